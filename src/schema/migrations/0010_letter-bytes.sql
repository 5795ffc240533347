CREATE OR REPLACE FUNCTION tijdig_letter_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.content IS DISTINCT FROM OLD.content AND NOT (NEW.content IS NULL AND OLD.status IN ('accepted', 'refused', 'void')))
     OR (NEW.raw IS DISTINCT FROM OLD.raw AND OLD.raw IS NOT NULL
         AND NOT (NEW.raw IS NULL AND OLD.status IN ('accepted', 'refused', 'void')))
     OR (NEW.raw IS NOT NULL AND OLD.raw IS NULL AND NOT (OLD.status = 'draft' AND NEW.status = 'queued')) THEN
    RAISE EXCEPTION 'the content of a letter does not change' USING ERRCODE = 'TJ002';
  END IF;
  RETURN NEW;
END $$;
