using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.People;
using SoeBot.Domain.Risk;
using SoeBot.Domain.Sop;
using SoeBot.Store.Audit;
using SoeBot.Store.Bulk;
using SoeBot.Store.Changes;
using SoeBot.Store.Contests;
using SoeBot.Store.Conversations;
using SoeBot.Store.Decisions;
using SoeBot.Store.HandOver;
using SoeBot.Store.Inbox;
using SoeBot.Store.Keys;
using SoeBot.Store.Meetings;
using SoeBot.Store.Minutes;
using SoeBot.Store.Occurrences;
using SoeBot.Store.OnlineMeetings;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Store.Plants;
using SoeBot.Store.Problems;
using SoeBot.Store.Reach;
using SoeBot.Store.Reminders;
using SoeBot.Store.Risks;
using SoeBot.Store.SentPlans;
using SoeBot.Store.Sop;

namespace SoeBot.Store.Database;

/// <summary>One set of mappings for both providers. Queries do not track unless they say so.</summary>
internal abstract class SoeDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<PlanVersionRow> PlanVersions => Set<PlanVersionRow>();
    public DbSet<PlanHeadRow> PlanHeads => Set<PlanHeadRow>();
    public DbSet<BaselineRow> Baselines => Set<BaselineRow>();
    public DbSet<FindingRow> Findings => Set<FindingRow>();
    public DbSet<RefusedImportRow> RefusedImports => Set<RefusedImportRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<LeaseRow> OutboxLeases => Set<LeaseRow>();
    public DbSet<AttemptRow> OutboxAttempts => Set<AttemptRow>();
    public DbSet<ReachRow> Unreachable => Set<ReachRow>();
    public DbSet<PostedCardRow> PostedCards => Set<PostedCardRow>();
    public DbSet<InboxRow> Inbox => Set<InboxRow>();
    public DbSet<InvokeAnswerRow> InvokeAnswers => Set<InvokeAnswerRow>();
    public DbSet<PersonRow> People => Set<PersonRow>();
    public DbSet<RoleRow> Roles => Set<RoleRow>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<RoleDeputyRow> RoleDeputies => Set<RoleDeputyRow>();
    public DbSet<DepartureRow> Departures => Set<DepartureRow>();
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();
    public DbSet<BindingRow> Bindings => Set<BindingRow>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<PlanViolation> Violations => Set<PlanViolation>();
    public DbSet<ChangeRequest> Changes => Set<ChangeRequest>();
    public DbSet<ChangeHandOver> HandOvers => Set<ChangeHandOver>();
    public DbSet<TouchedOrder> TouchedOrders => Set<TouchedOrder>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<MeetingDate> MeetingDates => Set<MeetingDate>();
    public DbSet<MinutesRow> Minutes => Set<MinutesRow>();
    public DbSet<MinutesLinkRow> MinutesLinks => Set<MinutesLinkRow>();
    public DbSet<SopCycle> SopCycles => Set<SopCycle>();
    public DbSet<SopTopic> SopTopics => Set<SopTopic>();
    public DbSet<MonthSummary> MonthSummaries => Set<MonthSummary>();
    public DbSet<AtRiskOrder> AtRiskOrders => Set<AtRiskOrder>();
    public DbSet<Contest> Contests => Set<Contest>();
    public DbSet<CauseOwner> CauseOwners => Set<CauseOwner>();
    public DbSet<StoredOccurrence> Occurrences => Set<StoredOccurrence>();
    public DbSet<DeriveMarkRow> DeriveMarks => Set<DeriveMarkRow>();
    public DbSet<StoredReminder> Reminders => Set<StoredReminder>();
    public DbSet<ReminderDayRow> ReminderDays => Set<ReminderDayRow>();
    public DbSet<QuietRow> ReminderQuiet => Set<QuietRow>();
    public DbSet<DashboardPassRow> DashboardPasses => Set<DashboardPassRow>();
    public DbSet<SentPlanRow> SentPlans => Set<SentPlanRow>();
    public DbSet<OnlineMeetingRow> OnlineMeetings => Set<OnlineMeetingRow>();
    public DbSet<PresenceRow> Presences => Set<PresenceRow>();
    public DbSet<NoteRow> Notes => Set<NoteRow>();
    public DbSet<SigningKeyRow> SigningKeys => Set<SigningKeyRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <summary>Appends rows to a table as fast as the provider can.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="columns">Names of the columns that are written.</param>
    /// <param name="rows">How many.</param>
    /// <param name="write">Gives one value per column of the row at a place.</param>
    /// <param name="cancellation">Gives up.</param>
    public abstract Task AppendAsync(string table, IReadOnlyList<string> columns, int rows, Action<int, IRowSink> write, CancellationToken cancellation);

    /// <summary>Reads what a query gives as fast as the provider can; texts in it are to be written with <see cref="Literal"/>.</summary>
    public abstract Task ReadAsync(string sql, Action<IRowSource> row, CancellationToken cancellation);

    /// <summary>How a query names a table of which it wants so many rows, in no order: where these are much of it, past its indexes.</summary>
    public virtual Task<string> ForManyAsync(string table, int rows, CancellationToken cancellation) => Task.FromResult(table);

    /// <summary>A text as SQL writes it: what reads a million rows takes no parameters.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Wakes the workers of other processes when this transaction commits. Nobody hears it where there is one process.</summary>
    public virtual Task AnnounceAsync(bool messages, bool activities, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Makes the audit table append-only for everybody, whatever road they come by.</summary>
    public abstract string AppendOnlySql { get; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conversions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PlanMapping.Map(modelBuilder);
        OutboxMapping.Map(modelBuilder);
        ReachMapping.Map(modelBuilder);
        InboxMapping.Map(modelBuilder);
        InvokeAnswerMapping.Map(modelBuilder);
        PeopleMapping.Map(modelBuilder);
        AbsenceMapping.Map(modelBuilder);
        ConversationMapping.Map(modelBuilder);
        DecisionMapping.Map(modelBuilder);
        ChangeMapping.Map(modelBuilder);
        ViolationMapping.Map(modelBuilder);
        HandOverMapping.Map(modelBuilder);
        MeetingMapping.Map(modelBuilder);
        MinutesMapping.Map(modelBuilder);
        SopMapping.Map(modelBuilder);
        AtRiskMapping.Map(modelBuilder);
        ContestMapping.Map(modelBuilder);
        CauseOwnerMapping.Map(modelBuilder);
        OccurrenceMapping.Map(modelBuilder);
        DashboardPassMapping.Map(modelBuilder);
        ReminderMapping.Map(modelBuilder);
        SentPlanMapping.Map(modelBuilder);
        OnlineMeetingMapping.Map(modelBuilder);
        PlantMapping.Map(modelBuilder);
        SigningKeyMapping.Map(modelBuilder);
        AuditMapping.Map(modelBuilder);
        SnakeCase.Apply(modelBuilder);
    }
}
