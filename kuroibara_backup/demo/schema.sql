-- The tables of Kuroibara 0.7.0 as its application makes them at first start.
-- Nearly every default is in its program, not here; only times default to now().

CREATE TYPE mangatype AS ENUM ('MANGA', 'MANHUA', 'MANHWA', 'COMIC', 'UNKNOWN');
CREATE TYPE mangastatus AS ENUM ('ONGOING', 'COMPLETED', 'HIATUS', 'CANCELLED', 'UNKNOWN');
CREATE TYPE integrationtype AS ENUM ('ANILIST', 'MYANIMELIST', 'KITSU');
CREATE TYPE syncstatus AS ENUM ('PENDING', 'IN_PROGRESS', 'SUCCESS', 'FAILED', 'DISABLED');

CREATE TABLE users (
    username varchar(50) NOT NULL,
    email varchar(255) NOT NULL,
    hashed_password varchar(255) NOT NULL,
    full_name varchar(100),
    is_active boolean NOT NULL,
    is_superuser boolean NOT NULL,
    two_fa_secret varchar(32),
    two_fa_enabled boolean NOT NULL,
    avatar varchar(255),
    bio text,
    anilist_username varchar(100),
    myanimelist_username varchar(100),
    provider_check_interval integer NOT NULL,
    theme varchar(20) NOT NULL,
    nsfw_blur boolean NOT NULL,
    download_quality varchar(20) NOT NULL,
    download_path varchar(500) NOT NULL,
    naming_format_manga varchar(500) NOT NULL,
    naming_format_chapter varchar(500) NOT NULL,
    preferred_structure_pattern varchar(50) NOT NULL,
    auto_organize_imports boolean NOT NULL,
    create_cbz_files boolean NOT NULL,
    preserve_original_files boolean NOT NULL,
    chapter_auto_refresh_interval integer NOT NULL,
    chapter_check_on_tab_focus boolean NOT NULL,
    chapter_show_update_notifications boolean NOT NULL,
    chapter_enable_manual_refresh boolean NOT NULL,
    storage_type varchar(20) NOT NULL,
    max_upload_size varchar(10) NOT NULL,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE manga (
    title varchar(255) NOT NULL,
    alternative_titles jsonb,
    description text,
    cover_image varchar(255),
    type mangatype NOT NULL,
    status mangastatus NOT NULL,
    year integer,
    is_nsfw boolean NOT NULL,
    provider varchar(50),
    external_id varchar(255),
    external_url varchar(500),
    external_ids jsonb,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE chapter (
    manga_id uuid NOT NULL,
    title varchar(255),
    number varchar(20) NOT NULL,
    volume varchar(20),
    language varchar(10) NOT NULL,
    pages_count integer,
    file_path varchar(255),
    file_size integer,
    source varchar(50),
    publish_at timestamp,
    readable_at timestamp,
    download_status varchar(20) NOT NULL,
    download_error text,
    external_id varchar(255),
    provider_external_ids jsonb,
    fallback_providers jsonb,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE page (
    chapter_id uuid NOT NULL,
    number integer NOT NULL,
    file_path varchar(255) NOT NULL,
    width integer,
    height integer,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE manga_user_library (
    user_id uuid NOT NULL,
    manga_id uuid NOT NULL,
    custom_title varchar(255),
    custom_cover varchar(255),
    notes text,
    is_favorite boolean NOT NULL,
    rating double precision,
    is_downloaded boolean NOT NULL,
    download_path varchar(255),
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id),
    UNIQUE (user_id, manga_id)
);

CREATE TABLE category (
    name varchar(50) NOT NULL,
    description text,
    color varchar(7),
    icon varchar(50),
    is_default boolean NOT NULL,
    user_id uuid,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE manga_user_library_category (
    manga_user_library_id uuid NOT NULL,
    category_id uuid NOT NULL,
    PRIMARY KEY (manga_user_library_id, category_id)
);

CREATE TABLE reading_progress (
    user_id uuid NOT NULL,
    manga_id uuid NOT NULL,
    chapter_id uuid NOT NULL,
    page integer NOT NULL,
    is_completed boolean NOT NULL,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE bookmark (
    user_id uuid NOT NULL,
    manga_id uuid NOT NULL,
    chapter_id uuid NOT NULL,
    page integer NOT NULL,
    name varchar(100),
    notes text,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE reading_list (
    name varchar(100) NOT NULL,
    description text,
    is_public boolean NOT NULL,
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE reading_list_manga (
    reading_list_id uuid NOT NULL,
    manga_id uuid NOT NULL,
    PRIMARY KEY (reading_list_id, manga_id)
);

CREATE TABLE manga_metadata (
    manga_id uuid NOT NULL,
    user_id uuid NOT NULL,
    display_name varchar(255),
    custom_cover_url varchar(500),
    custom_description text,
    is_organized boolean NOT NULL,
    organization_format varchar(500),
    last_organized_at timestamp,
    last_read_at timestamp,
    reading_status varchar(20) NOT NULL,
    custom_metadata jsonb,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id),
    UNIQUE (manga_id)
);

CREATE TABLE chapter_metadata (
    chapter_id uuid NOT NULL,
    user_id uuid NOT NULL,
    display_name varchar(255),
    custom_cover_url varchar(500),
    is_organized boolean NOT NULL,
    organized_path varchar(500),
    original_path varchar(500),
    cbz_path varchar(500),
    current_page integer NOT NULL,
    total_pages integer,
    reading_progress integer NOT NULL,
    last_read_at timestamp,
    is_completed boolean NOT NULL,
    custom_metadata jsonb,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id),
    UNIQUE (chapter_id)
);

CREATE TABLE genre (
    name varchar(50) NOT NULL,
    description text,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE manga_genre (
    manga_id uuid NOT NULL,
    genre_id uuid NOT NULL,
    PRIMARY KEY (manga_id, genre_id)
);

CREATE TABLE author (
    name varchar(100) NOT NULL,
    alternative_names jsonb,
    biography text,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE manga_author (
    manga_id uuid NOT NULL,
    author_id uuid NOT NULL,
    PRIMARY KEY (manga_id, author_id)
);

CREATE TABLE user_provider_preferences (
    user_id uuid NOT NULL,
    provider_id varchar(100) NOT NULL,
    is_favorite boolean NOT NULL,
    priority_order integer,
    is_enabled boolean NOT NULL,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id),
    UNIQUE (user_id, provider_id)
);

CREATE TABLE provider_status (
    provider_id varchar(100) NOT NULL,
    provider_name varchar(100) NOT NULL,
    provider_url varchar(255) NOT NULL,
    status varchar(20) NOT NULL,
    last_check timestamptz NOT NULL DEFAULT now(),
    response_time integer,
    error_message text,
    consecutive_failures integer NOT NULL,
    total_checks integer NOT NULL,
    successful_checks integer NOT NULL,
    uptime_percentage integer NOT NULL,
    is_enabled boolean NOT NULL,
    check_interval integer NOT NULL,
    max_consecutive_failures integer NOT NULL,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE external_integrations (
    user_id uuid NOT NULL,
    integration_type integrationtype NOT NULL,
    client_id text,
    client_secret text,
    access_token text,
    refresh_token text,
    token_expires_at timestamp,
    external_user_id varchar(100),
    external_username varchar(100),
    sync_enabled boolean NOT NULL,
    sync_reading_progress boolean NOT NULL,
    sync_ratings boolean NOT NULL,
    sync_status boolean NOT NULL,
    auto_sync boolean NOT NULL,
    last_sync_at timestamp,
    last_sync_status syncstatus NOT NULL,
    last_sync_error text,
    sync_count integer NOT NULL,
    settings jsonb,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id),
    UNIQUE (user_id, integration_type)
);

CREATE TABLE external_manga_mappings (
    integration_id uuid NOT NULL,
    manga_id uuid NOT NULL,
    external_manga_id varchar(100) NOT NULL,
    external_title varchar(500),
    external_url varchar(500),
    last_synced_at timestamp,
    sync_status syncstatus NOT NULL,
    sync_error text,
    external_data jsonb,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id),
    UNIQUE (integration_id, external_manga_id),
    UNIQUE (integration_id, manga_id)
);

CREATE TABLE organization_history (
    user_id uuid NOT NULL,
    manga_id uuid,
    chapter_id uuid,
    operation_type varchar(50) NOT NULL,
    operation_status varchar(20) NOT NULL,
    source_path varchar(500),
    destination_path varchar(500),
    backup_path varchar(500),
    naming_format_used varchar(500),
    files_processed integer NOT NULL,
    errors_encountered jsonb,
    warnings_encountered jsonb,
    started_at timestamp NOT NULL,
    completed_at timestamp,
    duration_seconds integer,
    operation_details jsonb,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE organization_jobs (
    user_id uuid NOT NULL,
    job_type varchar(50) NOT NULL,
    job_status varchar(20) NOT NULL,
    total_items integer NOT NULL,
    processed_items integer NOT NULL,
    successful_items integer NOT NULL,
    failed_items integer NOT NULL,
    job_config jsonb,
    naming_format_manga varchar(500),
    naming_format_chapter varchar(500),
    started_at timestamp,
    completed_at timestamp,
    estimated_completion timestamp,
    result_summary jsonb,
    error_log jsonb,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE cross_indexer_references (
    universal_entry_id uuid NOT NULL,
    reference_indexer varchar(50) NOT NULL,
    reference_id varchar(100) NOT NULL,
    reference_url varchar(500),
    confidence_score double precision NOT NULL,
    match_method varchar(50) NOT NULL,
    verified_by_user boolean NOT NULL,
    verification_date timestamptz,
    additional_metadata jsonb,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id),
    UNIQUE (universal_entry_id, reference_indexer, reference_id)
);

CREATE TABLE download_clients (
    name varchar(100) NOT NULL,
    client_type varchar(20) NOT NULL,
    implementation varchar(50) NOT NULL,
    host varchar(255) NOT NULL,
    port integer NOT NULL,
    use_ssl boolean NOT NULL,
    username varchar(100),
    password varchar(255),
    api_key varchar(255),
    settings jsonb,
    is_enabled boolean NOT NULL,
    priority integer NOT NULL,
    default_category varchar(100),
    download_path varchar(500),
    last_test timestamptz,
    is_healthy boolean NOT NULL,
    error_message text,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE downloads (
    manga_id uuid,
    chapter_id uuid,
    download_type varchar(20) NOT NULL,
    source_name varchar(100),
    client_id uuid,
    external_download_id varchar(255),
    title varchar(500) NOT NULL,
    download_url varchar(1000),
    magnet_link text,
    torrent_hash varchar(40),
    status varchar(20) NOT NULL,
    progress double precision NOT NULL,
    total_size integer,
    downloaded_size integer NOT NULL,
    download_speed integer,
    eta integer,
    download_path varchar(500),
    final_path varchar(500),
    started_at timestamptz,
    completed_at timestamptz,
    error_message text,
    retry_count integer NOT NULL,
    max_retries integer NOT NULL,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE indexers (
    name varchar(100) NOT NULL,
    indexer_type varchar(20) NOT NULL,
    implementation varchar(50) NOT NULL,
    base_url varchar(500) NOT NULL,
    api_key varchar(255),
    username varchar(100),
    password varchar(255),
    supports_search boolean NOT NULL,
    supports_rss boolean NOT NULL,
    settings jsonb,
    is_enabled boolean NOT NULL,
    priority integer NOT NULL,
    last_test timestamptz,
    is_healthy boolean NOT NULL,
    error_message text,
    requests_per_day integer,
    requests_today integer NOT NULL,
    last_request_reset timestamptz NOT NULL DEFAULT now(),
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE mangaupdates_entries (
    mu_series_id varchar(100) NOT NULL,
    mu_url varchar(500),
    title varchar(500) NOT NULL,
    alternative_titles jsonb,
    description text,
    cover_image_url varchar(500),
    type varchar(50),
    status varchar(50),
    year integer,
    completed_year integer,
    is_nsfw boolean NOT NULL,
    content_rating varchar(20),
    genres jsonb,
    authors jsonb,
    publishers jsonb,
    rating double precision,
    rating_count integer,
    popularity_rank integer,
    latest_chapter varchar(20),
    total_chapters integer,
    last_refreshed timestamptz,
    auto_refresh_enabled boolean NOT NULL,
    raw_data jsonb,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE mangaupdates_mappings (
    manga_id uuid NOT NULL,
    mu_entry_id uuid NOT NULL,
    confidence_score double precision,
    mapping_source varchar(50) NOT NULL,
    verified_by_user boolean NOT NULL,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE progress_events (
    id uuid NOT NULL,
    operation_id uuid NOT NULL,
    event_type varchar(20) NOT NULL,
    progress_percentage double precision,
    current_step varchar(255),
    total_steps integer,
    current_step_number integer,
    message text,
    error_message text,
    warning_message text,
    event_metadata json,
    "timestamp" timestamp NOT NULL,
    estimated_completion timestamp,
    user_id uuid,
    session_id varchar(255),
    PRIMARY KEY (id)
);

CREATE TABLE progress_operations (
    id uuid NOT NULL,
    operation_type varchar(50) NOT NULL,
    title varchar(255) NOT NULL,
    description text,
    status varchar(20) NOT NULL,
    progress_percentage double precision,
    current_step varchar(255),
    total_steps integer,
    current_step_number integer,
    started_at timestamp NOT NULL,
    completed_at timestamp,
    estimated_completion timestamp,
    last_update timestamp NOT NULL,
    error_message text,
    warning_messages json,
    operation_metadata json,
    user_id uuid,
    session_id varchar(255),
    parent_operation_id uuid,
    total_items integer,
    processed_items integer,
    successful_items integer,
    failed_items integer,
    is_cancellable boolean,
    cancellation_token varchar(255),
    PRIMARY KEY (id)
);

CREATE TABLE progress_sessions (
    id varchar(255) NOT NULL,
    user_id uuid,
    created_at timestamp NOT NULL,
    last_activity timestamp NOT NULL,
    is_active boolean,
    client_info json,
    session_metadata json,
    PRIMARY KEY (id)
);

CREATE TABLE universal_manga_entries (
    source_indexer varchar(50) NOT NULL,
    source_id varchar(100) NOT NULL,
    source_url varchar(500),
    title varchar(500) NOT NULL,
    alternative_titles jsonb,
    description text,
    cover_image_url varchar(500),
    type varchar(50),
    status varchar(50),
    year integer,
    completed_year integer,
    is_nsfw boolean NOT NULL,
    content_rating varchar(20),
    demographic varchar(20),
    genres jsonb,
    tags jsonb,
    themes jsonb,
    categories jsonb,
    authors jsonb,
    artists jsonb,
    publishers jsonb,
    rating double precision,
    rating_count integer,
    popularity_rank integer,
    follows integer,
    latest_chapter varchar(20),
    total_chapters integer,
    confidence_score double precision NOT NULL,
    data_completeness double precision NOT NULL,
    last_refreshed timestamptz,
    refresh_interval_hours integer NOT NULL,
    auto_refresh_enabled boolean NOT NULL,
    raw_data jsonb,
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id),
    UNIQUE (source_indexer, source_id)
);

CREATE TABLE universal_manga_mappings (
    manga_id uuid NOT NULL,
    universal_entry_id uuid NOT NULL,
    confidence_score double precision,
    mapping_source varchar(50) NOT NULL,
    verified_by_user boolean NOT NULL,
    use_universal_metadata boolean NOT NULL,
    use_universal_cover boolean NOT NULL,
    preferred_indexer varchar(50),
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_users_email ON users (email);
CREATE UNIQUE INDEX ix_users_username ON users (username);
CREATE UNIQUE INDEX ix_genre_name ON genre (name);
CREATE UNIQUE INDEX ix_provider_status_provider_id ON provider_status (provider_id);
CREATE UNIQUE INDEX ix_mangaupdates_entries_mu_series_id ON mangaupdates_entries (mu_series_id);

ALTER TABLE chapter ADD FOREIGN KEY (manga_id) REFERENCES manga (id);
ALTER TABLE page ADD FOREIGN KEY (chapter_id) REFERENCES chapter (id);
ALTER TABLE manga_user_library ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE manga_user_library ADD FOREIGN KEY (manga_id) REFERENCES manga (id);
ALTER TABLE category ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE manga_user_library_category ADD FOREIGN KEY (manga_user_library_id) REFERENCES manga_user_library (id);
ALTER TABLE manga_user_library_category ADD FOREIGN KEY (category_id) REFERENCES category (id);
ALTER TABLE reading_progress ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE reading_progress ADD FOREIGN KEY (manga_id) REFERENCES manga (id);
ALTER TABLE reading_progress ADD FOREIGN KEY (chapter_id) REFERENCES chapter (id);
ALTER TABLE bookmark ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE bookmark ADD FOREIGN KEY (manga_id) REFERENCES manga (id);
ALTER TABLE bookmark ADD FOREIGN KEY (chapter_id) REFERENCES chapter (id);
ALTER TABLE reading_list ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE reading_list_manga ADD FOREIGN KEY (reading_list_id) REFERENCES reading_list (id);
ALTER TABLE reading_list_manga ADD FOREIGN KEY (manga_id) REFERENCES manga (id);
ALTER TABLE manga_metadata ADD FOREIGN KEY (manga_id) REFERENCES manga (id);
ALTER TABLE manga_metadata ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE chapter_metadata ADD FOREIGN KEY (chapter_id) REFERENCES chapter (id);
ALTER TABLE chapter_metadata ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE manga_genre ADD FOREIGN KEY (manga_id) REFERENCES manga (id);
ALTER TABLE manga_genre ADD FOREIGN KEY (genre_id) REFERENCES genre (id);
ALTER TABLE manga_author ADD FOREIGN KEY (manga_id) REFERENCES manga (id);
ALTER TABLE manga_author ADD FOREIGN KEY (author_id) REFERENCES author (id);
ALTER TABLE user_provider_preferences ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE external_integrations ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE external_manga_mappings ADD FOREIGN KEY (integration_id) REFERENCES external_integrations (id) ON DELETE CASCADE;
ALTER TABLE external_manga_mappings ADD FOREIGN KEY (manga_id) REFERENCES manga (id) ON DELETE CASCADE;
ALTER TABLE organization_history ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE organization_history ADD FOREIGN KEY (manga_id) REFERENCES manga (id);
ALTER TABLE organization_history ADD FOREIGN KEY (chapter_id) REFERENCES chapter (id);
ALTER TABLE organization_jobs ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE cross_indexer_references ADD FOREIGN KEY (universal_entry_id) REFERENCES universal_manga_entries (id);
ALTER TABLE downloads ADD FOREIGN KEY (manga_id) REFERENCES manga (id);
ALTER TABLE downloads ADD FOREIGN KEY (chapter_id) REFERENCES chapter (id);
ALTER TABLE downloads ADD FOREIGN KEY (client_id) REFERENCES download_clients (id);
ALTER TABLE mangaupdates_mappings ADD FOREIGN KEY (manga_id) REFERENCES manga (id);
ALTER TABLE mangaupdates_mappings ADD FOREIGN KEY (mu_entry_id) REFERENCES mangaupdates_entries (id);
ALTER TABLE progress_events ADD FOREIGN KEY (operation_id) REFERENCES progress_operations (id);
ALTER TABLE progress_operations ADD FOREIGN KEY (parent_operation_id) REFERENCES progress_operations (id);
ALTER TABLE universal_manga_mappings ADD FOREIGN KEY (manga_id) REFERENCES manga (id);
ALTER TABLE universal_manga_mappings ADD FOREIGN KEY (universal_entry_id) REFERENCES universal_manga_entries (id);
