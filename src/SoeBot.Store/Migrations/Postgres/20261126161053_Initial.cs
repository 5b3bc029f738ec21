using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SoeBot.Store.Migrations.Postgres
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    deputy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    entered_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    gives_rights = table.Column<bool>(type: "boolean", nullable: false),
                    back_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_absences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "at_risk_orders",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    order = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    risk = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    mitigation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    new_date = table.Column<DateOnly>(type: "date", nullable: true),
                    tell_by = table.Column<DateOnly>(type: "date", nullable: true),
                    told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    promised = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    answered_at = table.Column<long>(type: "bigint", nullable: true),
                    is_listed = table.Column<bool>(type: "boolean", nullable: false),
                    @override = table.Column<string>(name: "override", type: "text", nullable: false, collation: "C"),
                    override_reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    override_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    events = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_at_risk_orders", x => new { x.plant, x.order });
                });

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    what = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    about = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    detail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    plan_version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cause_owners",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    problem = table.Column<int>(type: "integer", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    since = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cause_owners", x => new { x.plant, x.problem });
                });

            migrationBuilder.CreateTable(
                name: "change_numbers",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_numbers", x => x.plant);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    drafted_at = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_asked = table.Column<bool>(type: "boolean", nullable: false),
                    wanted_by = table.Column<DateOnly>(type: "date", nullable: true),
                    happened_at = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    impact = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    expires_at = table.Column<long>(type: "bigint", nullable: true),
                    required = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    decider = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    manager_asks = table.Column<bool>(type: "boolean", nullable: false),
                    deputy_may = table.Column<bool>(type: "boolean", nullable: false),
                    condition = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    decided_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    arrived_in = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    events = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contests",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    resolved_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    resolved_at = table.Column<long>(type: "bigint", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contests", x => new { x.plant, x.number, x.week, x.by });
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    use = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    service_url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    team_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    bot_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    removed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversations", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "dashboard_passes",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    is_session = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dashboard_passes", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "decision_numbers",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_numbers", x => x.plant);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    options = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    helpers = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    decided_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    decided_at = table.Column<long>(type: "bigint", nullable: false),
                    meeting = table.Column<Guid>(type: "uuid", nullable: true),
                    entered_later = table.Column<bool>(type: "boolean", nullable: false),
                    plan_version = table.Column<int>(type: "integer", nullable: true),
                    present = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    not_in_room = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    proposed_at = table.Column<long>(type: "bigint", nullable: false),
                    accepted_at = table.Column<long>(type: "bigint", nullable: true),
                    redates = table.Column<int>(type: "integer", nullable: false),
                    asked_due = table.Column<DateOnly>(type: "date", nullable: true),
                    misses = table.Column<int>(type: "integer", nullable: false),
                    replaces = table.Column<int>(type: "integer", nullable: true),
                    replaced_by = table.Column<int>(type: "integer", nullable: true),
                    escalation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    waits_for = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    events = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "departures",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    heir = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    settled_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    given_to = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departures", x => new { x.plant, x.person });
                });

            migrationBuilder.CreateTable(
                name: "derive_marks",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_derive_marks", x => x.plant);
                });

            migrationBuilder.CreateTable(
                name: "hand_overs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    mark = table.Column<Guid>(type: "uuid", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    change = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    receiver = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    shows = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    next_at = table.Column<long>(type: "bigint", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    first_tried_at = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    replays = table.Column<int>(type: "integer", nullable: false),
                    held_until = table.Column<long>(type: "bigint", nullable: true),
                    held_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hand_overs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    conversation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    activity_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<long>(type: "bigint", nullable: true),
                    claimed_at = table.Column<long>(type: "bigint", nullable: true),
                    claimed_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    told = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invoke_answers",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    activity_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    answered_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoke_answers", x => new { x.activity_id, x.conversation });
                });

            migrationBuilder.CreateTable(
                name: "meeting_dates",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    start = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting_dates", x => new { x.plant, x.week });
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    template = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    chair = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    closed_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    conversation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plan_version = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    parked = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    here = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    order = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    order_since = table.Column<long>(type: "bigint", nullable: true),
                    reviews = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    visits = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "minutes",
                columns: table => new
                {
                    meeting = table.Column<Guid>(type: "uuid", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    template = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_at = table.Column<long>(type: "bigint", nullable: false),
                    decisions = table.Column<int>(type: "integer", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_minutes", x => x.meeting);
                });

            migrationBuilder.CreateTable(
                name: "minutes_links",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    meeting = table.Column<Guid>(type: "uuid", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    revoked_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_minutes_links", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "month_summaries",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    drafted_at = table.Column<long>(type: "bigint", nullable: false),
                    plan_version = table.Column<int>(type: "integer", nullable: true),
                    edited_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    edited_at = table.Column<long>(type: "bigint", nullable: true),
                    sent_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    sections = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_month_summaries", x => new { x.plant, x.month });
                });

            migrationBuilder.CreateTable(
                name: "occurrences",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    held_until = table.Column<long>(type: "bigint", nullable: true),
                    held_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    detail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    settled_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occurrences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "online_meetings",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    start = table.Column<long>(type: "bigint", nullable: true),
                    end = table.Column<long>(type: "bigint", nullable: true),
                    organizer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_online_meetings", x => x.conversation);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    target = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    card_source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    card_about = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    chain = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    track_as = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    tenant = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lane = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    not_before = table.Column<long>(type: "bigint", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    repeats = table.Column<int>(type: "integer", nullable: false),
                    retry_at = table.Column<long>(type: "bigint", nullable: true),
                    claimed_at = table.Column<long>(type: "bigint", nullable: true),
                    fence = table.Column<long>(type: "bigint", nullable: true),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    conversation = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    activity_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_attempts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_attempts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_leases",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    holder = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_leases", x => x.tenant);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mri = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    zone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    locale = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_guest = table.Column<bool>(type: "boolean", nullable: false),
                    shift = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "plan_baselines",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    confirmed_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    confirmed_at = table.Column<long>(type: "bigint", nullable: true),
                    sop_month = table.Column<DateOnly>(type: "date", nullable: true),
                    sop_version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_baselines", x => new { x.plant, x.week });
                });

            migrationBuilder.CreateTable(
                name: "plan_bill",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    assembly = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    component = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    per = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_hash = table.Column<long>(type: "bigint", nullable: false),
                    row_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    until_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_bill", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    @object = table.Column<string>(name: "object", type: "text", nullable: false, collation: "C"),
                    cause = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    planned = table.Column<long>(type: "bigint", nullable: true),
                    actual = table.Column<long>(type: "bigint", nullable: true),
                    unit = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    cost = table.Column<long>(type: "bigint", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_hash = table.Column<long>(type: "bigint", nullable: false),
                    row_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    until_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_findings",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_findings", x => new { x.plant, x.version, x.part });
                });

            migrationBuilder.CreateTable(
                name: "plan_forecast",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    item = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    point_of_sale = table.Column<long>(type: "bigint", nullable: true),
                    statistical = table.Column<long>(type: "bigint", nullable: true),
                    sales_adjustment = table.Column<long>(type: "bigint", nullable: true),
                    marketing_adjustment = table.Column<long>(type: "bigint", nullable: true),
                    statistical_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sales_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    marketing_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    consensus_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_hash = table.Column<long>(type: "bigint", nullable: false),
                    row_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    until_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_forecast", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_heads",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    current = table.Column<int>(type: "integer", nullable: false),
                    draft = table.Column<int>(type: "integer", nullable: true),
                    stamp = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_heads", x => x.plant);
                });

            migrationBuilder.CreateTable(
                name: "plan_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    family = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made = table.Column<bool>(type: "boolean", nullable: false),
                    safety_stock = table.Column<long>(type: "bigint", nullable: false),
                    lead_time_days = table.Column<int>(type: "integer", nullable: true),
                    cost = table.Column<long>(type: "bigint", nullable: true),
                    work_centre = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    minutes_per_piece = table.Column<long>(type: "bigint", nullable: true),
                    setup_minutes = table.Column<long>(type: "bigint", nullable: true),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_hash = table.Column<long>(type: "bigint", nullable: false),
                    row_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    until_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_orders",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    line = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    item = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    customer_class = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    priority = table.Column<int>(type: "integer", nullable: true),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    shipped_quantity = table.Column<long>(type: "bigint", nullable: false),
                    shipped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ordered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    requested = table.Column<DateOnly>(type: "date", nullable: false),
                    first_confirmed = table.Column<DateOnly>(type: "date", nullable: true),
                    last_confirmed = table.Column<DateOnly>(type: "date", nullable: true),
                    value = table.Column<long>(type: "bigint", nullable: true),
                    penalty = table.Column<long>(type: "bigint", nullable: true),
                    cancelled = table.Column<bool>(type: "boolean", nullable: false),
                    supplier = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lane = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ship_mode = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    split_from = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    merged_into = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_hash = table.Column<long>(type: "bigint", nullable: false),
                    row_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    until_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_purchases",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    order = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    line = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    item = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    supplier = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ordered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    confirmed = table.Column<DateOnly>(type: "date", nullable: true),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    received = table.Column<long>(type: "bigint", nullable: false),
                    rejected = table.Column<long>(type: "bigint", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cancelled = table.Column<bool>(type: "boolean", nullable: false),
                    lane = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ship_mode = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_hash = table.Column<long>(type: "bigint", nullable: false),
                    row_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    until_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_purchases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_sales",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    family = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_hash = table.Column<long>(type: "bigint", nullable: false),
                    row_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    until_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_sales", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_schedule",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    item = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    work_centre = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sequence = table.Column<int>(type: "integer", nullable: true),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    planned = table.Column<long>(type: "bigint", nullable: false),
                    good = table.Column<long>(type: "bigint", nullable: false),
                    scrapped = table.Column<long>(type: "bigint", nullable: false),
                    finished_on = table.Column<DateOnly>(type: "date", nullable: true),
                    hours = table.Column<long>(type: "bigint", nullable: true),
                    reported_hours = table.Column<long>(type: "bigint", nullable: true),
                    for_order = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_hash = table.Column<long>(type: "bigint", nullable: false),
                    row_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    until_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_schedule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_stock",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    item = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    location = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    on_hand = table.Column<long>(type: "bigint", nullable: false),
                    on_hold = table.Column<long>(type: "bigint", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_hash = table.Column<long>(type: "bigint", nullable: false),
                    row_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    until_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_stock", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_versions",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    data_at = table.Column<long>(type: "bigint", nullable: false),
                    published_at = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    tables = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_versions", x => new { x.plant, x.number });
                });

            migrationBuilder.CreateTable(
                name: "plan_work_centres",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hours_per_day = table.Column<long>(type: "bigint", nullable: false),
                    efficiency = table.Column<long>(type: "bigint", nullable: false),
                    shifts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    calendar = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contract_plant = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_hash = table.Column<long>(type: "bigint", nullable: false),
                    row_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    until_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_work_centres", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plant_conversations",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    use = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    conversation = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plant_conversations", x => new { x.plant, x.use });
                });

            migrationBuilder.CreateTable(
                name: "plant_notes",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plant_notes", x => new { x.plant, x.name });
                });

            migrationBuilder.CreateTable(
                name: "posted_cards",
                columns: table => new
                {
                    track_as = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    conversation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    activity_id = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_posted_cards", x => new { x.track_as, x.tenant, x.conversation, x.activity_id });
                });

            migrationBuilder.CreateTable(
                name: "presences",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    first_joined_at = table.Column<long>(type: "bigint", nullable: false),
                    last_joined_at = table.Column<long>(type: "bigint", nullable: true),
                    last_left_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_presences", x => new { x.conversation, x.day, x.person });
                });

            migrationBuilder.CreateTable(
                name: "refused_imports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reasons = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refused_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reminder_days",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    digests = table.Column<int>(type: "integer", nullable: false),
                    singles = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminder_days", x => new { x.person, x.day });
                });

            migrationBuilder.CreateTable(
                name: "reminder_quiet",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    snoozed_until = table.Column<long>(type: "bigint", nullable: true),
                    quiet_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminder_quiet", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    occurrence_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    slot = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    @for = table.Column<string>(name: "for", type: "text", nullable: false, collation: "C"),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false, collation: "C"),
                    card_source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    card_about = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<long>(type: "bigint", nullable: true),
                    digest_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_deputies",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role_deputies", x => new { x.plant, x.role });
                });

            migrationBuilder.CreateTable(
                name: "roles",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roles", x => new { x.plant, x.person, x.role });
                });

            migrationBuilder.CreateTable(
                name: "sent_plans",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    conversation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plant = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    files = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    not_before = table.Column<long>(type: "bigint", nullable: true),
                    claimed_at = table.Column<long>(type: "bigint", nullable: true),
                    claimed_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    report = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sent_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signing_keys",
                columns: table => new
                {
                    address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fetched_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_keys", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "sop_cycles",
                columns: table => new
                {
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    signed_at = table.Column<long>(type: "bigint", nullable: true),
                    signed_version = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    artifacts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    events = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sop_cycles", x => new { x.plant, x.month });
                });

            migrationBuilder.CreateTable(
                name: "sop_topics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    done_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    done_at = table.Column<long>(type: "bigint", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sop_topics", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unreachable",
                columns: table => new
                {
                    lane = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tenant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    tried_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unreachable", x => x.lane);
                });

            migrationBuilder.CreateTable(
                name: "violations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    week = table.Column<DateOnly>(type: "date", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mark = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    item = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    planned_before = table.Column<long>(type: "bigint", nullable: true),
                    planned_after = table.Column<long>(type: "bigint", nullable: true),
                    work_centre = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    found_in = table.Column<int>(type: "integer", nullable: false),
                    found_at = table.Column<long>(type: "bigint", nullable: false),
                    brought_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    said_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    request = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_violations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hand_over_orders",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    plant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    receiver = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reference = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    hand_over = table.Column<long>(type: "bigint", nullable: false)
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
