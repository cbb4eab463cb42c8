/**
 * 40: refused rows that come in corrected. A repair is a delivery of its own beside the one that it repairs (`herstelt`), so that it can be looked at, undone
 * and brought back as any other. What it did to each refused row stands in `herstel`: it came in, or was refused again as the row `opnieuw`. That counts as
 * long as the repair is not undone.
 */
export const herstel = {
  versie: 40,
  sql: `
ALTER TABLE levering ADD COLUMN herstelt INTEGER REFERENCES levering (id);
CREATE INDEX levering_op_herstelt ON levering (herstelt) WHERE herstelt IS NOT NULL;
ALTER TABLE geweigerd ADD COLUMN bedrag REAL;

CREATE TABLE herstel (
  levering INTEGER NOT NULL REFERENCES levering (id),
  geweigerd INTEGER NOT NULL REFERENCES geweigerd (id),
  opnieuw INTEGER REFERENCES geweigerd (id),
  PRIMARY KEY (levering, geweigerd)
) STRICT, WITHOUT ROWID;
CREATE INDEX herstel_van_geweigerd ON herstel (geweigerd);
CREATE INDEX herstel_opnieuw ON herstel (opnieuw) WHERE opnieuw IS NOT NULL;

INSERT INTO herstel (levering, geweigerd) SELECT hersteldDoor, id FROM geweigerd WHERE hersteldDoor IS NOT NULL;
UPDATE levering SET herstelt = (SELECT g.levering FROM herstel AS h JOIN geweigerd AS g ON g.id = h.geweigerd WHERE h.levering = levering.id LIMIT 1);
DROP INDEX geweigerd_op_herstel;
ALTER TABLE geweigerd DROP COLUMN hersteldDoor;
`,
} as const;
