-- The backup folder bears this UUID in .kuroibara-backups: a folder without it may only stand
-- where a drive should be mounted.
ALTER TABLE engine ADD COLUMN place_id uuid;
