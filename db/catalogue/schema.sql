CREATE TABLE domain (  -- CAT-2: the 14 domains of art. 2 ust. 1 of the CUS act
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,  -- of the point in that article
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL
) STRICT;

CREATE TABLE audience (  -- CAT-2: audience groups
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    "order" INTEGER NOT NULL
, icon TEXT) STRICT;

CREATE TABLE situation (  -- a life situation in a resident's words
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    advice TEXT NOT NULL,  -- Markdown: what to do first
    "order" INTEGER NOT NULL
, icon TEXT) STRICT;

CREATE TABLE situation_phrase (  -- how people say it
    situation_id INTEGER NOT NULL REFERENCES situation (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    phrase TEXT NOT NULL,
    PRIMARY KEY (situation_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE locality (
    id INTEGER PRIMARY KEY,
    simc TEXT NOT NULL UNIQUE,  -- TERYT locality
    name TEXT NOT NULL,
    terc TEXT NOT NULL,  -- TERYT municipality
    kind TEXT NOT NULL CHECK (kind IN ('town', 'village'))
) STRICT;

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    uuid TEXT UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    type TEXT NOT NULL
        CHECK (type = 'resolution' OR type = 'regulation' OR type = 'form' OR type = 'report' OR
            type = 'plan' OR type = 'diagnosis' OR type = 'standard' OR type = 'agreement' OR
            type = 'survey' OR type = 'instruction'),
    date TEXT NOT NULL CHECK (date(date, '+0 days') IS date),
    version TEXT NOT NULL,
    summary TEXT NOT NULL,
    file TEXT,  -- path in content/
    file_language TEXT,  -- ISO 639-1
    annex_to TEXT,  -- slug here or of a content page, as all references to documents
    replaces TEXT
) STRICT;

CREATE TABLE programme (  -- a programme of social services: art. 4 and art. 5 ust. 3 of the CUS act
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    resolution TEXT NOT NULL,  -- an act of local law adopts it
    adopted_on TEXT NOT NULL CHECK (date(adopted_on, '+0 days') IS adopted_on),
    valid_from TEXT NOT NULL CHECK (date(valid_from, '+0 days') IS valid_from),
    valid_to TEXT NOT NULL CHECK (date(valid_to, '+0 days') IS valid_to),
    goal TEXT NOT NULL,
    expected_people INTEGER NOT NULL,
    document TEXT
) STRICT;

CREATE TABLE place (  -- CAT-2: where; an HSDS location of type "physical"
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    street TEXT,
    building TEXT NOT NULL,
    unit TEXT,
    postal_code TEXT NOT NULL,
    city TEXT NOT NULL,
    terc TEXT NOT NULL,
    simc TEXT NOT NULL,  -- no reference: a place may lie outside the municipality
    ulic TEXT,
    latitude REAL,  -- degrees, WGS 84
    longitude REAL,
    directions TEXT NOT NULL
) STRICT;

CREATE TABLE place_accessibility (  -- art. 6 of the accessibility act (Dz.U. 2019 poz. 1696)
    place_id INTEGER NOT NULL REFERENCES place (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    feature TEXT NOT NULL
        CHECK (feature = 'step_free_entrance' OR feature = 'ramp' OR feature = 'lift' OR
            feature = 'wide_doors' OR feature = 'accessible_toilet' OR feature = 'parking' OR
            feature = 'induction_loop' OR feature = 'sign_language' OR feature = 'guide_dog' OR
            feature = 'quiet_room' OR feature = 'changing_place' OR feature = 'contrast_marking'),
    state TEXT NOT NULL CHECK (state = 'yes' OR state = 'partly' OR state = 'no'),
    description TEXT NOT NULL,
    PRIMARY KEY (place_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE provider (  -- CAT-1.2: who provides the service
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind = 'public_unit' OR kind = 'ngo' OR kind = 'social_enterprise' OR
            kind = 'business' OR kind = 'healthcare'),
    legal_form TEXT NOT NULL,
    summary TEXT NOT NULL,
    profile TEXT NOT NULL,  -- Markdown
    nip TEXT,
    regon TEXT,
    krs TEXT,
    place_id INTEGER REFERENCES place (id),  -- the seat
    website TEXT,
    email TEXT,
    verified_on TEXT NOT NULL CHECK (date(verified_on, '+0 days') IS verified_on)
) STRICT;

CREATE TABLE provider_domain (
    provider_id INTEGER NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    domain_id INTEGER NOT NULL REFERENCES domain (id),
    PRIMARY KEY (provider_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,  -- CAT-1.1
    kind TEXT NOT NULL CHECK (kind IN ('service', 'supporting_activity')),
    status TEXT NOT NULL
        CHECK (status = 'active' OR status = 'temporarily_closed' OR status = 'inactive' OR
            status = 'defunct'),
    alert TEXT,
    summary TEXT NOT NULL,
    purpose TEXT NOT NULL,  -- CAT-2: goal
    description TEXT NOT NULL,  -- Markdown
    programme_id INTEGER REFERENCES programme (id),
    provider_id INTEGER NOT NULL REFERENCES provider (id),  -- CAT-1.2
    task TEXT NOT NULL CHECK (task IN ('own', 'commissioned')),  -- CAT-2
    new_service INTEGER NOT NULL CHECK (new_service IN (0, 1)),  -- CAT-2
    delivery TEXT NOT NULL,  -- CAT-1.3
    interpretation TEXT,
    website TEXT,
    term TEXT NOT NULL,  -- CAT-1.4
    valid_from TEXT CHECK (date(valid_from, '+0 days') IS valid_from),  -- CAT-2: validity period
    valid_to TEXT CHECK (date(valid_to, '+0 days') IS valid_to),
    verified_on TEXT NOT NULL CHECK (date(verified_on, '+0 days') IS verified_on),  -- CAT-2
    verified_by TEXT NOT NULL,
    eligibility TEXT NOT NULL,  -- CAT-1.5
    minimum_age INTEGER,
    maximum_age INTEGER,
    decision_mode TEXT NOT NULL  -- CAT-3
        CHECK (decision_mode = 'programme' OR decision_mode = 'decision' OR
            decision_mode = 'separate_act'),
    qualification TEXT NOT NULL,  -- CAT-1.5
    response_days INTEGER,
    response_note TEXT,
    referral TEXT,  -- CAT-2: a physician's referral
    application_form TEXT,  -- CAT-2
    funding TEXT,  -- CAT-2
    fee_mode TEXT NOT NULL
        CHECK (fee_mode = 'free' OR fee_mode = 'fixed' OR fee_mode = 'by_income'),  -- CAT-1.6
    fees_note TEXT NOT NULL,
    limits TEXT NOT NULL,  -- CAT-2
    waiting_time TEXT,
    personal_data_basis TEXT NOT NULL  -- CAT-1.8: an article of the GDPR
) STRICT;

CREATE TABLE service_list_item (  -- the card's lists of plain texts and of choices
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    list TEXT NOT NULL
        CHECK (list = 'aliases' OR list = 'scope' OR list = 'not_included' OR
            list = 'delivery_modes' OR list = 'languages' OR list = 'applicants' OR
            list = 'legal_basis'),
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (service_id, list, position),
    CHECK (list <> 'delivery_modes'  -- CAT-1.3
        OR (value = 'on_site' OR value = 'at_home' OR value = 'in_field' OR value = 'phone' OR
            value = 'online')),
    CHECK (list <> 'applicants'
        OR (value = 'interested_person' OR value = 'statutory_representative' OR
            value = 'actual_carer' OR value = 'organisation'))
) STRICT, WITHOUT ROWID;

CREATE TABLE service_domain (  -- CAT-2; the first is the main one
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    domain_id INTEGER NOT NULL REFERENCES domain (id),
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_audience (
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    audience_id INTEGER NOT NULL REFERENCES audience (id),
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_situation (
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    situation_id INTEGER NOT NULL REFERENCES situation (id),
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_partner (
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    provider_id INTEGER NOT NULL REFERENCES provider (id),
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_place (
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    place_id INTEGER NOT NULL REFERENCES place (id),
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_area (  -- the localities that the service covers
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    locality_id INTEGER NOT NULL REFERENCES locality (id),
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_related (
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    related_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_condition (  -- CAT-1.5, and CAT-1.7 for the proof
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind = 'age' OR kind = 'residence' OR kind = 'income' OR kind = 'disability' OR
            kind = 'health' OR kind = 'family' OR kind = 'employment' OR kind = 'situation' OR
            kind = 'other'),
    text TEXT NOT NULL,
    proof TEXT NOT NULL,
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_step (  -- CAT-1.5: the procedure
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_required_document (  -- CAT-1.7
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    form TEXT NOT NULL
        CHECK (form = 'application' OR form = 'statement' OR form = 'certificate' OR
            form = 'referral' OR form = 'decision' OR form = 'other'),
    proves TEXT NOT NULL,
    necessity TEXT NOT NULL CHECK (necessity IN ('always', 'sometimes')),
    "when" TEXT,
    document TEXT,
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_fee (  -- CAT-1.6
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),  -- grosze
    amount_max INTEGER CHECK (amount_max >= 0),
    per TEXT NOT NULL
        CHECK (per = 'hour' OR per = 'visit' OR per = 'day' OR per = 'week' OR per = 'month' OR
            per = 'use' OR per = 'course'),
    note TEXT,
    valid_from TEXT CHECK (date(valid_from, '+0 days') IS valid_from),
    valid_to TEXT CHECK (date(valid_to, '+0 days') IS valid_to),
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_relief (  -- CAT-1.6 and CAT-1.7: who pays less, how much, how it is proved
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entitled TEXT NOT NULL,
    percent INTEGER,
    amount INTEGER CHECK (amount >= 0),  -- grosze, after the relief
    proof TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_personal_data (  -- CAT-1.8: what data is needed, never anybody's data
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    gdpr_class TEXT NOT NULL  -- art. 9 and art. 10 of the GDPR
        CHECK (gdpr_class = 'ordinary' OR gdpr_class = 'special' OR gdpr_class = 'criminal'),
    purpose TEXT NOT NULL,
    necessity TEXT NOT NULL CHECK (necessity IN ('always', 'sometimes')),
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_capacity (  -- CAT-2: limits and places; HSDS service_capacity
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    unit TEXT NOT NULL
        CHECK (unit = 'places' OR unit = 'people' OR unit = 'hours' OR unit = 'groups' OR
            unit = 'items'),
    description TEXT NOT NULL,
    maximum INTEGER,
    available INTEGER,
    updated_on TEXT NOT NULL CHECK (date(updated_on, '+0 days') IS updated_on),
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (  -- CAT-2: whom to ask; a role, never a person
    id INTEGER PRIMARY KEY,
    service_id INTEGER REFERENCES service (id) ON DELETE CASCADE,
    provider_id INTEGER REFERENCES provider (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    phone TEXT,  -- E.164 or a short number
    extension TEXT,
    email TEXT,
    room TEXT,
    hours TEXT,
    UNIQUE (service_id, position),
    UNIQUE (provider_id, position),
    CHECK ((service_id IS NULL) <> (provider_id IS NULL))
) STRICT;

CREATE TABLE service_schedule (  -- CAT-2 and CAT-4: unified schedules
    id INTEGER PRIMARY KEY,
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    place_id INTEGER REFERENCES place (id),
    frequency TEXT NOT NULL
        CHECK (frequency = 'once' OR frequency = 'weekly' OR frequency = 'monthly'),
    interval INTEGER NOT NULL,  -- every how many weeks or months
    days TEXT,  -- BYDAY of RFC 5545 in small letters, a space between: 'mo we', '3sa', '-1fr'
    month_days TEXT,  -- a space between: '1 15'
    starts TEXT NOT NULL CHECK (strftime('%H:%M', starts, '+0 days') IS starts OR starts = '24:00'),
    ends TEXT NOT NULL CHECK (strftime('%H:%M', ends, '+0 days') IS ends OR ends = '24:00'),
    valid_from TEXT NOT NULL CHECK (date(valid_from, '+0 days') IS valid_from),
    valid_to TEXT CHECK (date(valid_to, '+0 days') IS valid_to),
    holidays TEXT NOT NULL  -- days off work: Dz.U. 1951 nr 4 poz. 28
        CHECK (holidays IN ('closed', 'open')),
    booking TEXT NOT NULL
        CHECK (booking = 'none' OR booking = 'recommended' OR booking = 'required'),
    note TEXT,
    UNIQUE (service_id, position)
) STRICT;

CREATE TABLE schedule_exception (
    schedule_id INTEGER NOT NULL REFERENCES service_schedule (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    date TEXT NOT NULL CHECK (date(date, '+0 days') IS date),
    kind TEXT NOT NULL CHECK (kind = 'closed' OR kind = 'changed' OR kind = 'extra'),
    starts TEXT CHECK (strftime('%H:%M', starts, '+0 days') IS starts OR starts = '24:00'),
    ends TEXT CHECK (strftime('%H:%M', ends, '+0 days') IS ends OR ends = '24:00'),
    note TEXT NOT NULL,
    PRIMARY KEY (schedule_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE criterion (  -- one way of fitting the service (ADM-3: matching)
    id INTEGER PRIMARY KEY,
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    reason TEXT NOT NULL,
    minimum_age INTEGER,
    maximum_age INTEGER,
    residence TEXT NOT NULL CHECK (residence IN ('municipality', 'anywhere')),
    child_minimum_age INTEGER,
    child_maximum_age INTEGER,
    ask TEXT,
    UNIQUE (service_id, position)
) STRICT;

CREATE TABLE criterion_item (  -- the words of the diagnosis form; one member of a list is enough
    criterion_id INTEGER NOT NULL REFERENCES criterion (id) ON DELETE CASCADE,
    list TEXT NOT NULL
        CHECK (list = 'households' OR list = 'certificates' OR list = 'employment' OR
            list = 'roles' OR list = 'needs' OR list = 'excluded_needs'),
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (criterion_id, list, position),
    CHECK (list <> 'households' OR (value = 'sam' OR value = 'para' OR value = 'rodzina' OR
            value = 'samotny-rodzic')),
    CHECK (list <> 'certificates' OR (value = 'brak' OR value = 'lekki' OR value = 'umiarkowany' OR
            value = 'znaczny' OR value = 'dziecko-7-8' OR value = 'dziecko-inne' OR
            value = 'w-trakcie')),
    CHECK (list <> 'employment' OR (value = 'zatrudniony' OR value = 'bezrobotny' OR
            value = 'poszukujacy' OR value = 'bierny' OR value = 'rolnik' OR value = 'inne')),
    CHECK (list <> 'roles' OR (value = 'dla-siebie' OR value = 'opiekun' OR
            value = 'wolontariusz' OR value = 'organizacja')),
    CHECK (list NOT IN ('needs', 'excluded_needs') OR (value = 'codzienne-czynnosci' OR
            value = 'pielegnacja' OR value = 'mobilnosc' OR value = 'sprzet' OR
            value = 'rehabilitacja' OR value = 'samotnosc' OR value = 'aktywnosc' OR
            value = 'psychika' OR value = 'uzaleznienie' OR value = 'przemoc' OR value = 'prawo' OR
            value = 'dlugi' OR value = 'wychowanie' OR value = 'mowa' OR value = 'zeby' OR
            value = 'nauka' OR value = 'praca' OR value = 'mieszkanie' OR
            value = 'odpoczynek-opiekuna' OR value = 'inicjatywa' OR value = 'pomaganie-innym' OR
            value = 'wiele-uslug'))
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
    id INTEGER PRIMARY KEY,
    service_id INTEGER NOT NULL REFERENCES service (id),
    year INTEGER NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL
        CHECK (unit = 'people' OR unit = 'hours' OR unit = 'groups' OR unit = 'items' OR
            unit = 'events'),
    plan INTEGER NOT NULL,
    done INTEGER,  -- NULL while it is not counted yet
    evidence TEXT NOT NULL
) STRICT;

CREATE TABLE budget_line (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    name TEXT NOT NULL,
    service_id INTEGER REFERENCES service (id),  -- NULL for a cost shared by services
    task TEXT NOT NULL CHECK (task IN ('own', 'commissioned')),
    plan INTEGER NOT NULL CHECK (plan >= 0),  -- grosze
    done INTEGER CHECK (done >= 0),
    source TEXT NOT NULL
) STRICT;

CREATE TABLE service_translation (
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language GLOB '[a-z][a-z]' AND language <> 'pl'),
    position INTEGER NOT NULL,
    field TEXT NOT NULL,  -- where on the card: steps[2].text
    original TEXT NOT NULL,  -- what the card said there when it was translated
    text TEXT NOT NULL,
    PRIMARY KEY (service_id, language, position),
    UNIQUE (service_id, language, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_record (
    kind TEXT NOT NULL CHECK (kind = 'place' OR kind = 'provider' OR kind = 'service'),
    uuid TEXT NOT NULL,  -- of the card
    source_id TEXT,
    original TEXT,  -- JSON
    PRIMARY KEY (kind, uuid),
    UNIQUE (kind, source_id)
) STRICT, WITHOUT ROWID;
