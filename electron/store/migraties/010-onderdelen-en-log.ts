/**
 * 10: the parts of a project that people edit, each a JSON document in its list, and the log. Triggers write a before and after image of every changed
 * row under the open log entry, so that nothing changes outside the log and any entry can be taken back. Documents hold no rows about persons,
 * and so neither does the log.
 */
export const onderdelenEnLog = {
  versie: 10,
  sql: `
CREATE TABLE log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  wanneer TEXT NOT NULL,
  wie TEXT NOT NULL,
  soort TEXT NOT NULL,
  omschrijving TEXT NOT NULL,
  doel INTEGER REFERENCES log (id),
  grens INTEGER NOT NULL DEFAULT 0 CHECK (grens IN (0, 1))
) STRICT;
CREATE INDEX log_op_doel ON log (doel) WHERE doel IS NOT NULL;

CREATE TABLE beeld (
  id INTEGER PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES log (id),
  tabel TEXT NOT NULL,
  rij INTEGER NOT NULL,
  voor TEXT CHECK (json_valid(voor)),
  na TEXT CHECK (json_valid(na)),
  CHECK (voor IS NOT NULL OR na IS NOT NULL)
) STRICT;
CREATE INDEX beeld_op_log ON beeld (log);

CREATE TABLE toestand (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  log INTEGER REFERENCES log (id),
  wissen INTEGER NOT NULL DEFAULT 0 CHECK (wissen IN (0, 1))
) STRICT;
INSERT INTO toestand (id) VALUES (1);

CREATE TABLE onderdeel (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lijst TEXT NOT NULL,
  plek INTEGER NOT NULL,
  ouder INTEGER REFERENCES onderdeel (id) DEFERRABLE INITIALLY DEFERRED,
  inhoud TEXT NOT NULL CHECK (json_valid(inhoud))
) STRICT;
CREATE INDEX onderdeel_op_lijst ON onderdeel (lijst, plek);
CREATE INDEX onderdeel_op_ouder ON onderdeel (ouder) WHERE ouder IS NOT NULL;

CREATE TRIGGER log_blijft BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewijzigd.'); END;
CREATE TRIGGER log_blijft_heel BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewijzigd.'); END;
CREATE TRIGGER log_uniek BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewijzigd.'); END;
CREATE TRIGGER beeld_blijft BEFORE UPDATE ON beeld BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewijzigd.'); END;
CREATE TRIGGER beeld_blijft_heel BEFORE DELETE ON beeld BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewijzigd.'); END;

CREATE TRIGGER beeld_uniek BEFORE INSERT ON beeld WHEN EXISTS (SELECT 1 FROM beeld WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'Het logboek kan niet worden gewijzigd.'); END;

CREATE TRIGGER onderdeel_erbij AFTER INSERT ON onderdeel BEGIN
  SELECT RAISE(ABORT, 'Wijziging buiten het logboek om.') FROM toestand WHERE log IS NULL;
  INSERT INTO beeld (log, tabel, rij, voor, na)
  SELECT log, 'onderdeel', NEW.id, NULL, json_object('lijst', NEW.lijst, 'plek', NEW.plek, 'ouder', NEW.ouder, 'inhoud', NEW.inhoud) FROM toestand;
END;
CREATE TRIGGER onderdeel_anders AFTER UPDATE ON onderdeel BEGIN
  SELECT RAISE(ABORT, 'Wijziging buiten het logboek om.') FROM toestand WHERE log IS NULL;
  INSERT INTO beeld (log, tabel, rij, voor, na)
  SELECT log, 'onderdeel', OLD.id,
    json_object('lijst', OLD.lijst, 'plek', OLD.plek, 'ouder', OLD.ouder, 'inhoud', OLD.inhoud),
    json_object('lijst', NEW.lijst, 'plek', NEW.plek, 'ouder', NEW.ouder, 'inhoud', NEW.inhoud) FROM toestand;
END;
CREATE TRIGGER onderdeel_weg AFTER DELETE ON onderdeel BEGIN
  SELECT RAISE(ABORT, 'Wijziging buiten het logboek om.') FROM toestand WHERE log IS NULL;
  INSERT INTO beeld (log, tabel, rij, voor, na)
  SELECT log, 'onderdeel', OLD.id, json_object('lijst', OLD.lijst, 'plek', OLD.plek, 'ouder', OLD.ouder, 'inhoud', OLD.inhoud), NULL FROM toestand;
END;
CREATE TRIGGER onderdeel_vast_nummer BEFORE UPDATE OF id ON onderdeel WHEN NEW.id <> OLD.id BEGIN SELECT RAISE(ABORT, 'Een nummer staat vast.'); END;
`,
} as const;
