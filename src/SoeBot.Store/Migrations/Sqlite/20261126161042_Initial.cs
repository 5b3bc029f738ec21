using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SoeBot.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    deputy = table.Column<string>(type: "TEXT", nullable: true),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", nullable: false),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    gives_rights = table.Column<bool>(type: "INTEGER", nullable: false),
                    back_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_absences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "at_risk_orders",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    risk = table.Column<string>(type: "TEXT", nullable: true),
                    mitigation = table.Column<string>(type: "TEXT", nullable: true),
                    new_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    tell_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    told_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    promised = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_listed = table.Column<bool>(type: "INTEGER", nullable: false),
                    @override = table.Column<string>(name: "override", type: "TEXT", nullable: false),
                    override_reason = table.Column<string>(type: "TEXT", nullable: true),
                    override_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    events = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_at_risk_orders", x => new { x.plant, x.order });
                });

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: true),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    plan_version = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cause_owners",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    problem = table.Column<int>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    since = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cause_owners", x => new { x.plant, x.problem });
                });

            migrationBuilder.CreateTable(
                name: "change_numbers",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_numbers", x => x.plant);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    drafted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    customer_asked = table.Column<bool>(type: "INTEGER", nullable: false),
                    wanted_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    happened_at = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    impact = table.Column<string>(type: "TEXT", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    required = table.Column<string>(type: "TEXT", nullable: false),
                    decider = table.Column<string>(type: "TEXT", nullable: true),
                    manager_asks = table.Column<bool>(type: "INTEGER", nullable: false),
                    deputy_may = table.Column<bool>(type: "INTEGER", nullable: false),
                    condition = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    arrived_in = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    events = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contests",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    resolved_by = table.Column<string>(type: "TEXT", nullable: true),
                    resolved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contests", x => new { x.plant, x.number, x.week, x.by });
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    use = table.Column<string>(type: "TEXT", nullable: false),
                    service_url = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    team_id = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<string>(type: "TEXT", nullable: true),
                    bot_id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    removed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversations", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dashboard_passes",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_session = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dashboard_passes", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "decision_numbers",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_numbers", x => x.plant);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    options = table.Column<string>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    helpers = table.Column<string>(type: "TEXT", nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: false),
                    meeting = table.Column<Guid>(type: "TEXT", nullable: true),
                    entered_later = table.Column<bool>(type: "INTEGER", nullable: false),
                    plan_version = table.Column<int>(type: "INTEGER", nullable: true),
                    present = table.Column<string>(type: "TEXT", nullable: false),
                    not_in_room = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    accepted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    redates = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    misses = table.Column<int>(type: "INTEGER", nullable: false),
                    replaces = table.Column<int>(type: "INTEGER", nullable: true),
                    replaced_by = table.Column<int>(type: "INTEGER", nullable: true),
                    escalation = table.Column<string>(type: "TEXT", nullable: true),
                    waits_for = table.Column<string>(type: "TEXT", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    events = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "departures",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    heir = table.Column<string>(type: "TEXT", nullable: true),
                    settled_by = table.Column<string>(type: "TEXT", nullable: true),
                    given_to = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departures", x => new { x.plant, x.person });
                });

            migrationBuilder.CreateTable(
                name: "derive_marks",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_derive_marks", x => x.plant);
                });

            migrationBuilder.CreateTable(
                name: "hand_overs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    mark = table.Column<Guid>(type: "TEXT", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    change = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    receiver = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    shows = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    first_tried_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    replays = table.Column<int>(type: "INTEGER", nullable: false),
                    held_until = table.Column<long>(type: "INTEGER", nullable: true),
                    held_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hand_overs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    activity_id = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: true),
                    claimed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    claimed_by = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    told = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invoke_answers",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    activity_id = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoke_answers", x => new { x.activity_id, x.conversation });
                });

            migrationBuilder.CreateTable(
                name: "meeting_dates",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    start = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting_dates", x => new { x.plant, x.week });
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    chair = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_by = table.Column<string>(type: "TEXT", nullable: true),
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    plan_version = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    parked = table.Column<string>(type: "TEXT", nullable: false),
                    here = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<string>(type: "TEXT", nullable: true),
                    order_since = table.Column<long>(type: "INTEGER", nullable: true),
                    reviews = table.Column<string>(type: "TEXT", nullable: false),
                    visits = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "minutes",
                columns: table => new
                {
                    meeting = table.Column<Guid>(type: "TEXT", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    decisions = table.Column<int>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_minutes", x => x.meeting);
                });

            migrationBuilder.CreateTable(
                name: "minutes_links",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    meeting = table.Column<Guid>(type: "TEXT", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_by = table.Column<string>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_minutes_links", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "month_summaries",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    drafted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    plan_version = table.Column<int>(type: "INTEGER", nullable: true),
                    edited_by = table.Column<string>(type: "TEXT", nullable: true),
                    edited_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_by = table.Column<string>(type: "TEXT", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    sections = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_month_summaries", x => new { x.plant, x.month });
                });

            migrationBuilder.CreateTable(
                name: "occurrences",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    held_until = table.Column<long>(type: "INTEGER", nullable: true),
                    held_by = table.Column<string>(type: "TEXT", nullable: true),
                    detail = table.Column<string>(type: "TEXT", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occurrences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "online_meetings",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    start = table.Column<long>(type: "INTEGER", nullable: true),
                    end = table.Column<long>(type: "INTEGER", nullable: true),
                    organizer = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_online_meetings", x => x.conversation);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<string>(type: "TEXT", nullable: false),
                    card_source = table.Column<string>(type: "TEXT", nullable: false),
                    card_about = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: true),
                    track_as = table.Column<string>(type: "TEXT", nullable: true),
                    tenant = table.Column<string>(type: "TEXT", nullable: true),
                    lane = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: true),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    repeats = table.Column<int>(type: "INTEGER", nullable: false),
                    retry_at = table.Column<long>(type: "INTEGER", nullable: true),
                    claimed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    fence = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    conversation = table.Column<string>(type: "TEXT", nullable: true),
                    activity_id = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_attempts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    tenant = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_attempts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_leases",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "TEXT", nullable: false),
                    holder = table.Column<string>(type: "TEXT", nullable: false),
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_leases", x => x.tenant);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    mri = table.Column<string>(type: "TEXT", nullable: true),
                    zone = table.Column<string>(type: "TEXT", nullable: true),
                    locale = table.Column<string>(type: "TEXT", nullable: true),
                    is_guest = table.Column<bool>(type: "INTEGER", nullable: false),
                    shift = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "plan_baselines",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmed_by = table.Column<string>(type: "TEXT", nullable: true),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sop_month = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sop_version = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_baselines", x => new { x.plant, x.week });
                });

            migrationBuilder.CreateTable(
                name: "plan_bill",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    assembly = table.Column<string>(type: "TEXT", nullable: false),
                    component = table.Column<string>(type: "TEXT", nullable: false),
                    per = table.Column<long>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    row_hash = table.Column<long>(type: "INTEGER", nullable: false),
                    row_key = table.Column<string>(type: "TEXT", nullable: true),
                    until_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_bill", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    @object = table.Column<string>(name: "object", type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    planned = table.Column<long>(type: "INTEGER", nullable: true),
                    actual = table.Column<long>(type: "INTEGER", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    cost = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    row_hash = table.Column<long>(type: "INTEGER", nullable: false),
                    row_key = table.Column<string>(type: "TEXT", nullable: true),
                    until_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_findings",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_findings", x => new { x.plant, x.version, x.part });
                });

            migrationBuilder.CreateTable(
                name: "plan_forecast",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    point_of_sale = table.Column<long>(type: "INTEGER", nullable: true),
                    statistical = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_adjustment = table.Column<long>(type: "INTEGER", nullable: true),
                    marketing_adjustment = table.Column<long>(type: "INTEGER", nullable: true),
                    statistical_by = table.Column<string>(type: "TEXT", nullable: true),
                    sales_by = table.Column<string>(type: "TEXT", nullable: true),
                    marketing_by = table.Column<string>(type: "TEXT", nullable: true),
                    consensus_by = table.Column<string>(type: "TEXT", nullable: true),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    row_hash = table.Column<long>(type: "INTEGER", nullable: false),
                    row_key = table.Column<string>(type: "TEXT", nullable: true),
                    until_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_forecast", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_heads",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    current = table.Column<int>(type: "INTEGER", nullable: false),
                    draft = table.Column<int>(type: "INTEGER", nullable: true),
                    stamp = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_heads", x => x.plant);
                });

            migrationBuilder.CreateTable(
                name: "plan_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    family = table.Column<string>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<bool>(type: "INTEGER", nullable: false),
                    safety_stock = table.Column<long>(type: "INTEGER", nullable: false),
                    lead_time_days = table.Column<int>(type: "INTEGER", nullable: true),
                    cost = table.Column<long>(type: "INTEGER", nullable: true),
                    work_centre = table.Column<string>(type: "TEXT", nullable: true),
                    minutes_per_piece = table.Column<long>(type: "INTEGER", nullable: true),
                    setup_minutes = table.Column<long>(type: "INTEGER", nullable: true),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    row_hash = table.Column<long>(type: "INTEGER", nullable: false),
                    row_key = table.Column<string>(type: "TEXT", nullable: true),
                    until_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_orders",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    customer = table.Column<string>(type: "TEXT", nullable: true),
                    customer_class = table.Column<string>(type: "TEXT", nullable: true),
                    priority = table.Column<int>(type: "INTEGER", nullable: true),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    shipped_quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    shipped_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ordered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    requested = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    first_confirmed = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    last_confirmed = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    value = table.Column<long>(type: "INTEGER", nullable: true),
                    penalty = table.Column<long>(type: "INTEGER", nullable: true),
                    cancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    supplier = table.Column<string>(type: "TEXT", nullable: true),
                    lane = table.Column<string>(type: "TEXT", nullable: true),
                    ship_mode = table.Column<string>(type: "TEXT", nullable: true),
                    split_from = table.Column<string>(type: "TEXT", nullable: true),
                    merged_into = table.Column<string>(type: "TEXT", nullable: true),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    row_hash = table.Column<long>(type: "INTEGER", nullable: false),
                    row_key = table.Column<string>(type: "TEXT", nullable: true),
                    until_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_purchases",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    order = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    supplier = table.Column<string>(type: "TEXT", nullable: false),
                    ordered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    confirmed = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    received = table.Column<long>(type: "INTEGER", nullable: false),
                    rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    cancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lane = table.Column<string>(type: "TEXT", nullable: true),
                    ship_mode = table.Column<string>(type: "TEXT", nullable: true),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    row_hash = table.Column<long>(type: "INTEGER", nullable: false),
                    row_key = table.Column<string>(type: "TEXT", nullable: true),
                    until_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_purchases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_sales",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    family = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    row_hash = table.Column<long>(type: "INTEGER", nullable: false),
                    row_key = table.Column<string>(type: "TEXT", nullable: true),
                    until_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_sales", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_schedule",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    work_centre = table.Column<string>(type: "TEXT", nullable: true),
                    sequence = table.Column<int>(type: "INTEGER", nullable: true),
                    start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    planned = table.Column<long>(type: "INTEGER", nullable: false),
                    good = table.Column<long>(type: "INTEGER", nullable: false),
                    scrapped = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    hours = table.Column<long>(type: "INTEGER", nullable: true),
                    reported_hours = table.Column<long>(type: "INTEGER", nullable: true),
                    for_order = table.Column<string>(type: "TEXT", nullable: true),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    row_hash = table.Column<long>(type: "INTEGER", nullable: false),
                    row_key = table.Column<string>(type: "TEXT", nullable: true),
                    until_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_schedule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_stock",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: false),
                    on_hand = table.Column<long>(type: "INTEGER", nullable: false),
                    on_hold = table.Column<long>(type: "INTEGER", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    row_hash = table.Column<long>(type: "INTEGER", nullable: false),
                    row_key = table.Column<string>(type: "TEXT", nullable: true),
                    until_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_stock", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_versions",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    data_at = table.Column<long>(type: "INTEGER", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<string>(type: "TEXT", nullable: true),
                    tables = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_versions", x => new { x.plant, x.number });
                });

            migrationBuilder.CreateTable(
                name: "plan_work_centres",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    hours_per_day = table.Column<long>(type: "INTEGER", nullable: false),
                    efficiency = table.Column<long>(type: "INTEGER", nullable: false),
                    shifts = table.Column<string>(type: "TEXT", nullable: true),
                    calendar = table.Column<string>(type: "TEXT", nullable: true),
                    contract_plant = table.Column<string>(type: "TEXT", nullable: true),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    row_hash = table.Column<long>(type: "INTEGER", nullable: false),
                    row_key = table.Column<string>(type: "TEXT", nullable: true),
                    until_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_work_centres", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plant_conversations",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    use = table.Column<string>(type: "TEXT", nullable: false),
                    tenant = table.Column<string>(type: "TEXT", nullable: false),
                    conversation = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plant_conversations", x => new { x.plant, x.use });
                });

            migrationBuilder.CreateTable(
                name: "plant_notes",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plant_notes", x => new { x.plant, x.name });
                });

            migrationBuilder.CreateTable(
                name: "posted_cards",
                columns: table => new
                {
                    track_as = table.Column<string>(type: "TEXT", nullable: false),
                    tenant = table.Column<string>(type: "TEXT", nullable: false),
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    activity_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_posted_cards", x => new { x.track_as, x.tenant, x.conversation, x.activity_id });
                });

            migrationBuilder.CreateTable(
                name: "presences",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    first_joined_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_joined_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_left_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_presences", x => new { x.conversation, x.day, x.person });
                });

            migrationBuilder.CreateTable(
                name: "refused_imports",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    reasons = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refused_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reminder_days",
                columns: table => new
                {
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    digests = table.Column<int>(type: "INTEGER", nullable: false),
                    singles = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminder_days", x => new { x.person, x.day });
                });

            migrationBuilder.CreateTable(
                name: "reminder_quiet",
                columns: table => new
                {
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    snoozed_until = table.Column<long>(type: "INTEGER", nullable: true),
                    quiet_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminder_quiet", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    occurrence_key = table.Column<string>(type: "TEXT", nullable: false),
                    slot = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    @for = table.Column<string>(name: "for", type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", nullable: false),
                    card_source = table.Column<string>(type: "TEXT", nullable: false),
                    card_about = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    digest_key = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_deputies",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role_deputies", x => new { x.plant, x.role });
                });

            migrationBuilder.CreateTable(
                name: "roles",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roles", x => new { x.plant, x.person, x.role });
                });

            migrationBuilder.CreateTable(
                name: "sent_plans",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    tenant = table.Column<string>(type: "TEXT", nullable: false),
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: true),
                    files = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: true),
                    claimed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    claimed_by = table.Column<string>(type: "TEXT", nullable: true),
                    report = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sent_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signing_keys",
                columns: table => new
                {
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    fetched_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_keys", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "sop_cycles",
                columns: table => new
                {
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    signed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    signed_version = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    artifacts = table.Column<string>(type: "TEXT", nullable: false),
                    events = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sop_cycles", x => new { x.plant, x.month });
                });

            migrationBuilder.CreateTable(
                name: "sop_topics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    done_by = table.Column<string>(type: "TEXT", nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sop_topics", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unreachable",
                columns: table => new
                {
                    lane = table.Column<string>(type: "TEXT", nullable: false),
                    tenant = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    tried_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unreachable", x => x.lane);
                });

            migrationBuilder.CreateTable(
                name: "violations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    mark = table.Column<string>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    zone = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    planned_before = table.Column<long>(type: "INTEGER", nullable: true),
                    planned_after = table.Column<long>(type: "INTEGER", nullable: true),
                    work_centre = table.Column<string>(type: "TEXT", nullable: true),
                    found_in = table.Column<int>(type: "INTEGER", nullable: false),
                    found_at = table.Column<long>(type: "INTEGER", nullable: false),
                    brought_by = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    said_by = table.Column<string>(type: "TEXT", nullable: true),
                    request = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_violations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hand_over_orders",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    plant = table.Column<string>(type: "TEXT", nullable: false),
                    receiver = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    hand_over = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hand_over_orders", x => x.id);
                    table.ForeignKey(
                        name: "FK_hand_over_orders_hand_overs_hand_over",
                        column: x => x.hand_over,
                        principalTable: "hand_overs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_absences_person_until",
                table: "absences",
                columns: new[] { "person", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_absences_plant_until",
                table: "absences",
                columns: new[] { "plant", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_at_risk_orders_plant_is_listed",
                table: "at_risk_orders",
                columns: new[] { "plant", "is_listed" });

            migrationBuilder.CreateIndex(
                name: "IX_at_risk_orders_plant_override",
                table: "at_risk_orders",
                columns: new[] { "plant", "override" });

            migrationBuilder.CreateIndex(
                name: "IX_at_risk_orders_plant_owner",
                table: "at_risk_orders",
                columns: new[] { "plant", "owner" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_plant_about",
                table: "audit",
                columns: new[] { "plant", "about" });

            migrationBuilder.CreateIndex(
                name: "IX_changes_plant_drafted_at",
                table: "changes",
                columns: new[] { "plant", "drafted_at" });

            migrationBuilder.CreateIndex(
                name: "IX_changes_plant_number",
                table: "changes",
                columns: new[] { "plant", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_changes_plant_state",
                table: "changes",
                columns: new[] { "plant", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_contests_plant_resolved_at",
                table: "contests",
                columns: new[] { "plant", "resolved_at" });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_person",
                table: "conversations",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_dashboard_passes_expires_at",
                table: "dashboard_passes",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_meeting",
                table: "decisions",
                column: "meeting");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_owner",
                table: "decisions",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_plant_changed_at",
                table: "decisions",
                columns: new[] { "plant", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_decisions_plant_number",
                table: "decisions",
                columns: new[] { "plant", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_decisions_plant_subject",
                table: "decisions",
                columns: new[] { "plant", "subject" });

            migrationBuilder.CreateIndex(
                name: "IX_decisions_waits_for",
                table: "decisions",
                column: "waits_for");

            migrationBuilder.CreateIndex(
                name: "IX_hand_over_orders_hand_over",
                table: "hand_over_orders",
                column: "hand_over");

            migrationBuilder.CreateIndex(
                name: "ix_hand_over_orders_reference",
                table: "hand_over_orders",
                columns: new[] { "plant", "receiver", "reference", "hand_over" });

            migrationBuilder.CreateIndex(
                name: "IX_hand_overs_change_receiver",
                table: "hand_overs",
                columns: new[] { "change", "receiver" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_due",
                table: "hand_overs",
                columns: new[] { "next_at", "plant", "receiver" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_hand_overs_lane",
                table: "hand_overs",
                columns: new[] { "plant", "receiver", "next_at" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_hand_overs_plant_number",
                table: "hand_overs",
                columns: new[] { "plant", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_hand_overs_plant_state_id",
                table: "hand_overs",
                columns: new[] { "plant", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_inbox_conversation_activity_id",
                table: "inbox",
                columns: new[] { "conversation", "activity_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbox_open",
                table: "inbox",
                columns: new[] { "conversation", "id" },
                filter: "state in ('Pending', 'Working')");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_parked",
                table: "inbox",
                column: "id",
                filter: "state = 'Parked'");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_received_at",
                table: "inbox",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "IX_invoke_answers_answered_at",
                table: "invoke_answers",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_one_open",
                table: "meetings",
                column: "plant",
                unique: true,
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_plant_started_at",
                table: "meetings",
                columns: new[] { "plant", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_minutes_plant_closed_at",
                table: "minutes",
                columns: new[] { "plant", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_minutes_links_meeting",
                table: "minutes_links",
                column: "meeting");

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_by_day",
                table: "occurrences",
                columns: new[] { "plant", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_due",
                table: "occurrences",
                columns: new[] { "due_at", "plant", "kind" },
                filter: "state = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_failed",
                table: "occurrences",
                columns: new[] { "plant", "settled_at" },
                filter: "state = 'Failed'");

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_held",
                table: "occurrences",
                column: "held_by",
                filter: "held_by is not null");

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_pending",
                table: "occurrences",
                columns: new[] { "plant", "kind", "due_at" },
                filter: "state = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_occurrences_plant_kind_key",
                table: "occurrences",
                columns: new[] { "plant", "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_activity_id",
                table: "outbox",
                column: "activity_id",
                filter: "activity_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_chain",
                table: "outbox",
                column: "chain",
                filter: "state = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_key",
                table: "outbox",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_pending",
                table: "outbox",
                columns: new[] { "tenant", "lane", "id" },
                filter: "state = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_plant_id",
                table: "outbox",
                columns: new[] { "plant", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_repeated",
                table: "outbox",
                column: "lane",
                filter: "repeats > 0");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_sending",
                table: "outbox",
                columns: new[] { "tenant", "lane" },
                filter: "state = 'Sending'");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_settled_at",
                table: "outbox",
                column: "settled_at",
                filter: "settled_at is not null");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_track_as",
                table: "outbox",
                column: "track_as",
                filter: "track_as is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_unknown",
                table: "outbox",
                column: "lane",
                filter: "state = 'Unknown'");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_attempts_at_tenant",
                table: "outbox_attempts",
                columns: new[] { "at", "tenant" });

            migrationBuilder.CreateIndex(
                name: "ix_people_guests",
                table: "people",
                column: "is_guest",
                filter: "is_guest");

            migrationBuilder.CreateIndex(
                name: "IX_people_mri",
                table: "people",
                column: "mri");

            migrationBuilder.CreateIndex(
                name: "IX_plan_bill_plant_row_key_from_version",
                table: "plan_bill",
                columns: new[] { "plant", "row_key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_bill_plant_until_version",
                table: "plan_bill",
                columns: new[] { "plant", "until_version" },
                filter: "until_version < 2147483647");

            migrationBuilder.CreateIndex(
                name: "IX_plan_events_plant_row_key_from_version",
                table: "plan_events",
                columns: new[] { "plant", "row_key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_events_plant_until_version",
                table: "plan_events",
                columns: new[] { "plant", "until_version" },
                filter: "until_version < 2147483647");

            migrationBuilder.CreateIndex(
                name: "IX_plan_forecast_plant_row_key_from_version",
                table: "plan_forecast",
                columns: new[] { "plant", "row_key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_forecast_plant_until_version",
                table: "plan_forecast",
                columns: new[] { "plant", "until_version" },
                filter: "until_version < 2147483647");

            migrationBuilder.CreateIndex(
                name: "IX_plan_items_plant_row_key_from_version",
                table: "plan_items",
                columns: new[] { "plant", "row_key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_items_plant_until_version",
                table: "plan_items",
                columns: new[] { "plant", "until_version" },
                filter: "until_version < 2147483647");

            migrationBuilder.CreateIndex(
                name: "IX_plan_orders_plant_order",
                table: "plan_orders",
                columns: new[] { "plant", "order" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_orders_plant_row_key_from_version",
                table: "plan_orders",
                columns: new[] { "plant", "row_key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_orders_plant_until_version",
                table: "plan_orders",
                columns: new[] { "plant", "until_version" },
                filter: "until_version < 2147483647");

            migrationBuilder.CreateIndex(
                name: "IX_plan_purchases_plant_due",
                table: "plan_purchases",
                columns: new[] { "plant", "due" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_purchases_plant_row_key_from_version",
                table: "plan_purchases",
                columns: new[] { "plant", "row_key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_purchases_plant_until_version",
                table: "plan_purchases",
                columns: new[] { "plant", "until_version" },
                filter: "until_version < 2147483647");

            migrationBuilder.CreateIndex(
                name: "IX_plan_sales_plant_row_key_from_version",
                table: "plan_sales",
                columns: new[] { "plant", "row_key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_sales_plant_until_version",
                table: "plan_sales",
                columns: new[] { "plant", "until_version" },
                filter: "until_version < 2147483647");

            migrationBuilder.CreateIndex(
                name: "IX_plan_schedule_plant_due",
                table: "plan_schedule",
                columns: new[] { "plant", "due" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_schedule_plant_row_key_from_version",
                table: "plan_schedule",
                columns: new[] { "plant", "row_key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_schedule_plant_until_version",
                table: "plan_schedule",
                columns: new[] { "plant", "until_version" },
                filter: "until_version < 2147483647");

            migrationBuilder.CreateIndex(
                name: "IX_plan_stock_plant_row_key_from_version",
                table: "plan_stock",
                columns: new[] { "plant", "row_key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_stock_plant_until_version",
                table: "plan_stock",
                columns: new[] { "plant", "until_version" },
                filter: "until_version < 2147483647");

            migrationBuilder.CreateIndex(
                name: "IX_plan_work_centres_plant_row_key_from_version",
                table: "plan_work_centres",
                columns: new[] { "plant", "row_key", "from_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_work_centres_plant_until_version",
                table: "plan_work_centres",
                columns: new[] { "plant", "until_version" },
                filter: "until_version < 2147483647");

            migrationBuilder.CreateIndex(
                name: "IX_plant_conversations_tenant_conversation",
                table: "plant_conversations",
                columns: new[] { "tenant", "conversation" });

            migrationBuilder.CreateIndex(
                name: "IX_posted_cards_activity_id",
                table: "posted_cards",
                column: "activity_id");

            migrationBuilder.CreateIndex(
                name: "IX_refused_imports_plant_id",
                table: "refused_imports",
                columns: new[] { "plant", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_digest_key",
                table: "reminders",
                column: "digest_key",
                filter: "digest_key is not null");

            migrationBuilder.CreateIndex(
                name: "ix_reminders_held",
                table: "reminders",
                columns: new[] { "person", "state" },
                filter: "state = 'Held'");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_key",
                table: "reminders",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reminders_plant_at",
                table: "reminders",
                columns: new[] { "plant", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_plant_occurrence_key",
                table: "reminders",
                columns: new[] { "plant", "occurrence_key" });

            migrationBuilder.CreateIndex(
                name: "ix_reminders_put_off",
                table: "reminders",
                column: "person",
                filter: "state = 'PutOff'");

            migrationBuilder.CreateIndex(
                name: "ix_sent_plans_open",
                table: "sent_plans",
                column: "id",
                filter: "state in ('Waiting', 'Reading')");

            migrationBuilder.CreateIndex(
                name: "IX_sop_topics_plant_at",
                table: "sop_topics",
                columns: new[] { "plant", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_unreachable_tenant",
                table: "unreachable",
                column: "tenant");

            migrationBuilder.CreateIndex(
                name: "IX_violations_plant_week_line_mark",
                table: "violations",
                columns: new[] { "plant", "week", "line", "mark" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "at_risk_orders");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "cause_owners");

            migrationBuilder.DropTable(
                name: "change_numbers");

            migrationBuilder.DropTable(
                name: "changes");

            migrationBuilder.DropTable(
                name: "contests");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "dashboard_passes");

            migrationBuilder.DropTable(
                name: "decision_numbers");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "departures");

            migrationBuilder.DropTable(
                name: "derive_marks");

            migrationBuilder.DropTable(
                name: "hand_over_orders");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "invoke_answers");

            migrationBuilder.DropTable(
                name: "meeting_dates");

            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "minutes");

            migrationBuilder.DropTable(
                name: "minutes_links");

            migrationBuilder.DropTable(
                name: "month_summaries");

            migrationBuilder.DropTable(
                name: "occurrences");

            migrationBuilder.DropTable(
                name: "online_meetings");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "outbox_attempts");

            migrationBuilder.DropTable(
                name: "outbox_leases");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "plan_baselines");

            migrationBuilder.DropTable(
                name: "plan_bill");

            migrationBuilder.DropTable(
                name: "plan_events");

            migrationBuilder.DropTable(
                name: "plan_findings");

            migrationBuilder.DropTable(
                name: "plan_forecast");

            migrationBuilder.DropTable(
                name: "plan_heads");

            migrationBuilder.DropTable(
                name: "plan_items");

            migrationBuilder.DropTable(
                name: "plan_orders");

            migrationBuilder.DropTable(
                name: "plan_purchases");

            migrationBuilder.DropTable(
                name: "plan_sales");

            migrationBuilder.DropTable(
                name: "plan_schedule");

            migrationBuilder.DropTable(
                name: "plan_stock");

            migrationBuilder.DropTable(
                name: "plan_versions");

            migrationBuilder.DropTable(
                name: "plan_work_centres");

            migrationBuilder.DropTable(
                name: "plant_conversations");

            migrationBuilder.DropTable(
                name: "plant_notes");

            migrationBuilder.DropTable(
                name: "posted_cards");

            migrationBuilder.DropTable(
                name: "presences");

            migrationBuilder.DropTable(
                name: "refused_imports");

            migrationBuilder.DropTable(
                name: "reminder_days");

            migrationBuilder.DropTable(
                name: "reminder_quiet");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "role_deputies");

            migrationBuilder.DropTable(
                name: "roles");

            migrationBuilder.DropTable(
                name: "sent_plans");

            migrationBuilder.DropTable(
                name: "signing_keys");

            migrationBuilder.DropTable(
                name: "sop_cycles");

            migrationBuilder.DropTable(
                name: "sop_topics");

            migrationBuilder.DropTable(
                name: "unreachable");

            migrationBuilder.DropTable(
                name: "violations");

            migrationBuilder.DropTable(
                name: "hand_overs");
        }
    }
}
