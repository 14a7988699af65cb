-- The database. What listings look for stands in columns; the rest of an article is one packed value (pack.h).
-- PRAGMA user_version says which schema a file has; store.c knows the number.

CREATE TABLE story (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE            -- the key of the article it was founded on
) STRICT;

CREATE TABLE article (
    id INTEGER PRIMARY KEY,             -- in the order pages were read
    key TEXT NOT NULL UNIQUE,           -- 32 hex digits, see store_page_key; their beginning is the id that users see
    story INTEGER REFERENCES story,     -- NULL until the end of the add that read it
    page TEXT NOT NULL,                 -- the page's own name
    outlet TEXT NOT NULL,               -- '' where unknown, as all texts here
    published TEXT NOT NULL,
    heading TEXT NOT NULL,              -- the title, or the beginning of the text
    titled INTEGER NOT NULL,            -- 1: heading is the title
    lined INTEGER NOT NULL,             -- 1: a page, whose lines teach what its outlet's furniture is
    wording INTEGER REFERENCES article  -- itself, or the article of which it has nine tenths; NULL until the index of copies has it
) STRICT;
CREATE INDEX article_story ON article (story);
CREATE INDEX article_wording ON article (wording);
CREATE INDEX article_lined ON article (outlet) WHERE lined;

CREATE TABLE content (
    article INTEGER PRIMARY KEY REFERENCES article,
    packed BLOB NOT NULL
) STRICT;

CREATE TABLE vector (
    article INTEGER PRIMARY KEY REFERENCES article,
    bytes BLOB NOT NULL                 -- see story.h
) STRICT;

-- Which of an article's statements to look at: the statements themselves are in content.
CREATE TABLE statement (
    article INTEGER NOT NULL REFERENCES article,
    number INTEGER NOT NULL,            -- from 0, in the order of the text
    act TEXT NOT NULL,
    speaker TEXT NOT NULL,              -- all forms of the speakers' names, folded, a space before and behind each word
    PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

-- Lines of articles' bodies, as hashes: see article_line_keys.
CREATE TABLE line (
    outlet INTEGER NOT NULL,            -- hash of the outlet
    line INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article,
    title INTEGER NOT NULL,             -- hash of the article's title
    PRIMARY KEY (outlet, line, article)
) STRICT, WITHOUT ROWID;

-- Lines that recur on their outlet's pages: articles with stories are as these say.
CREATE TABLE furniture (
    outlet INTEGER NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (outlet, line)
) STRICT, WITHOUT ROWID;

-- The index of copies: one file each in the folder beside the database, see archive.c and copy/segment.h.
CREATE TABLE segment (
    id INTEGER PRIMARY KEY,             -- the file's name; later ones hold later articles
    hash INTEGER NOT NULL               -- of what is in it
) STRICT;

-- Words only; the text to show comes from content.
CREATE VIRTUAL TABLE search USING fts5 (title, body, content = '', tokenize = 'lagebild');
