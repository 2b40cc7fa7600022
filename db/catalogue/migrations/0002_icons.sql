-- Which icon of the theme stands beside a group's or a situation's name: a name in its set.
ALTER TABLE audience ADD COLUMN icon TEXT;
ALTER TABLE situation ADD COLUMN icon TEXT;
