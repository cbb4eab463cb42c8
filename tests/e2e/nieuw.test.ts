/** What a first-time user with own files meets: names that mean something else than is proposed, an answer taken back, a team that costs nothing yet, a fault that leads to where it is mended. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { antwoord, kiesBestanden, naar, nieuwProject, slaRondleidingOver, toegankelijkheidsfouten } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();
const map = mkdtempSync(join(tmpdir(), 'arrangement-nieuw-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));

const bestand = (naam: string, ...regels: string[]): string => {
  const pad = join(map, naam);
  writeFileSync(pad, `${regels.join('\n')}\n`);
  return pad;
};

describe.skipIf(!app.kan)(app.naam('eigen bestanden'), () => {
  it('asks by name, takes any known school for an answer, takes an answer back, and says what an outcome lacks', async () => {
    const { pagina } = await app.open();
    await nieuwProject(pagina, 'Nieuw');
    await slaRondleidingOver(pagina);
    await kiesBestanden(pagina, [
      bestand('gemeenten.csv', 'gemeentecode;naam;inwoners', 'GM0164;Hengelo;82000', 'GM0147;Borne;24000'),
      bestand('scholen.csv', 'school;gemeente;soort', 'Korhoen;Hengelo;SO', 'De Klimop;Borne;SBO'),
      bestand('producten.csv', 'productcode;naam;vervangbaar', '45A48;Begeleiding;60%'),
      bestand('leerlingen.csv', 'school;gemeente;aantal', 'Korhoen;Hengelo;60', 'Korhoen;Borne;12', 'De Klimop;Borne;40'),
      bestand('indicaties.csv', 'gemeente;school;product;begindatum;einddatum;kosten per jaar', 'Hengelo;Korhoen;45A48;01-11-2025;31-12-2026;9.600,50', 'Borne;Korhon;45A48;01-11-2025;31-12-2026;8.400,25'),
    ]);

    // The only near school is proposed by its name; the right one is another, from these very files.
    const vraag = pagina.locator('.question').filter({ hasText: 'Korhon' });
    expect(await vraag.locator('.question-text').innerText()).toContain('bedoeld is misschien Korhoen.');
    await antwoord(pagina, /Korhon/, 'indicaties.csv', /^is De Klimop/);
    await pagina.getByRole('button', { name: 'Antwoorden toepassen' }).click();
    await pagina.locator('.wizard-sum').filter({ hasText: 'niets geweigerd' }).waitFor();

    // An answer is taken back without starting over.
    await pagina.getByText('1 antwoord gegeven').click();
    await pagina.getByRole('button', { name: /^Opnieuw vragen: school “Korhon” is De Klimop/ }).click();
    await vraag.waitFor();
    await antwoord(pagina, /Korhon/, 'indicaties.csv', /^is De Klimop/);
    await pagina.getByRole('button', { name: 'Antwoorden toepassen' }).click();
    await pagina.getByRole('button', { name: 'Inlezen', exact: true }).click();
    await pagina.getByRole('grid', { name: 'Leveringen' }).waitFor();

    // A team without costs looks like a saving: that is said.
    await naar(pagina, '#/scenarios');
    await pagina.getByRole('button', { name: 'Scenario maken' }).click();
    await pagina.getByRole('gridcell', { name: 'Korhoen' }).click();
    await pagina.getByRole('button', { name: 'Arrangement toevoegen' }).click();
    const vragen = pagina.getByRole('dialog', { name: /Arrangement op/ });
    await vragen.getByLabel('Start').fill('aug 2027');
    await vragen.getByLabel('Start').press('Tab');
    await vragen.getByLabel('Realisatie').fill('85');
    await vragen.getByRole('button', { name: 'Arrangement toevoegen' }).click();
    await vragen.waitFor({ state: 'detached' });
    await pagina.getByText('1 school heeft nog geen kosten van een team').waitFor();

    // A gemeente steps out: what stands in the way is said in names, and leads to the choice.
    const scenario = (await pagina.evaluate<string>('location.hash')).split('/').slice(0, 3).join('/');
    await naar(pagina, `${scenario}/deelnemers`);
    await pagina.locator('.grid-body [role=row]').filter({ hasText: 'Borne' }).getByRole('gridcell').first().click();
    const fout = pagina.getByRole('complementary', { name: /^Uitkomst/ }).getByRole('listitem');
    await fout.waitFor();
    expect(await fout.innerText()).toContain('Borne doet niet mee');
    expect(await fout.innerText()).not.toContain('GM0147');
    await naar(pagina, `${scenario}/scholen`);
    await fout.getByRole('link', { name: 'Naar Deelnemers' }).click();
    await pagina.getByLabel('Wat voor hen geldt').waitFor();
    expect(await pagina.getByRole('navigation', { name: 'Stappen' }).innerText()).not.toContain('kan worden gemaakt');
  });

  it('reads what is not recognised by what the user says it is, and leaves out what the user skips', async () => {
    const { pagina } = await app.open();
    await nieuwProject(pagina, 'Niet herkend');
    await slaRondleidingOver(pagina);
    await kiesBestanden(pagina, [
      bestand('instellingen.csv', 'Overzicht 2026;;', ';;', 'Gebouw;Waar;Richting', 'Korhoen;Hengelo;SO', 'De Klimop;Borne;SBO'),
      bestand('notities.csv', 'datum;wie;wat', '1 mei;BSN 123456782;gebeld'),
      bestand('gemeenten.csv', 'gemeentecode;naam;inwoners', 'GM0164;Hengelo;82000', 'GM0147;Borne;24000'),
    ]);
    const lijst = pagina.getByRole('navigation', { name: 'Tabellen' });
    const tekst = await pagina.locator('.wizard').innerText();
    expect(tekst).not.toMatch(/profiel|--soort/i);

    // What nobody knows is shown as it stands, without a number that points at a person.
    await lijst.getByRole('button', { name: /notities\.csv/ }).click();
    const rijen = pagina.getByRole('region', { name: 'Rijen zoals ze in het bestand staan' });
    expect(await rijen.innerText()).toContain('BSN •••');
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
    await pagina.locator('.sheet-settings .select-button').first().click();
    await pagina.getByRole('option', { name: /^Overslaan/ }).click();
    await lijst.getByText('overgeslagen').waitFor();

    // A soort and the row of the headings are enough; what its columns are is asked.
    await lijst.getByRole('button', { name: /instellingen\.csv/ }).click();
    expect(await rijen.innerText()).toContain('Gebouw');
    await pagina.locator('.sheet-settings .select-button').first().click();
    await pagina.getByRole('option', { name: /^Scholen/ }).click();
    await pagina.getByRole('region', { name: 'Kolommen en eerste rijen' }).waitFor();
    for (const [vraag, kolom] of [[/naam van de school/, /Gebouw/], [/schoolsoort/, /Richting/], [/gemeente waar/, /Waar/]] as const) await antwoord(pagina, vraag, 'instellingen.csv', kolom);
    await pagina.getByRole('button', { name: 'Antwoorden toepassen' }).click();
    await pagina.locator('.wizard-sum').filter({ hasText: '4 rijen' }).waitFor();
  });

  it('calls what stands for a number of a jeugdige a pseudonym, where the row is listed and where it is corrected', async () => {
    const { pagina } = await app.open();
    await nieuwProject(pagina, 'Geweigerd');
    await slaRondleidingOver(pagina);
    await kiesBestanden(pagina, [
      bestand('gemeenten.csv', 'gemeentecode;naam;inwoners', 'GM0164;Hengelo;82000'),
      bestand('scholen.csv', 'school;gemeente;soort', 'Korhoen;Hengelo;SO'),
      bestand('producten.csv', 'productcode;naam;vervangbaar', '45A48;Begeleiding;60%'),
      bestand('indicaties.csv', 'BSN;gemeente;school;product;begindatum;einddatum;kosten per jaar', '123456782;Hengelo;Korhoen;45A48;01-11-2024;31-10-2025;9.600,50', '123456782;Hengelo;Korhoen;45A48;01-11-2025;31-12-2026;1,2,3'),
    ]);
    await pagina.getByRole('button', { name: 'Inlezen', exact: true }).click();
    await pagina.getByRole('tab', { name: /^Geweigerd/ }).click();
    const raster = pagina.getByRole('grid', { name: 'Geweigerde rijen' });
    await raster.getByText(/BSN \(pseudoniem\): p[a-z2-9]{11}/).waitFor();
    await raster.getByText('Verbeteren…').click();
    const paneel = pagina.getByRole('dialog', { name: 'Geweigerde rij verbeteren' });
    await paneel.getByLabel('BSN (pseudoniem)').waitFor();
    expect(await paneel.innerText()).not.toContain('lees het opnieuw in');
    await paneel.getByLabel('kosten per jaar').fill('1.200,50');
    await paneel.getByRole('button', { name: 'Controleren en herstellen' }).click();
    await pagina.getByText('Alle geweigerde rijen zijn hersteld.').waitFor();
  });
});
