using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SoeBot.Cards;
using SoeBot.Changes;
using SoeBot.Channel;
using SoeBot.Channel.Parked;
using SoeBot.Channel.Reach;
using SoeBot.Channel.Sending;
using SoeBot.Commands;
using SoeBot.Decisions;
using SoeBot.Exceptions;
using SoeBot.Extensions;
using SoeBot.Flags;
using SoeBot.HandOver;
using SoeBot.Health;
using SoeBot.Help;
using SoeBot.Import;
using SoeBot.Import.Chat;
using SoeBot.Import.Pull;
using SoeBot.Import.Watch;
using SoeBot.LookAhead;
using SoeBot.Meetings;
using SoeBot.Metrics;
using SoeBot.Minutes;
using SoeBot.Occurrences;
using SoeBot.Orders;
using SoeBot.Pages;
using SoeBot.People;
using SoeBot.People.Absences;
using SoeBot.People.Decides;
using SoeBot.People.Leavers;
using SoeBot.People.Load;
using SoeBot.People.Setup;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Publishing;
using SoeBot.Reminders;
using SoeBot.Risk;
using SoeBot.Sheet;
using SoeBot.Sop;
using SoeBot.Store;
using SoeBot.Teams;
using SoeBot.Teams.Auth;
using SoeBot.Week;
namespace SoeBot.Start;

/// <summary>Registers the slices, by hand and in one list: the order is the order in which typed lines are tried, narrow ones first.</summary>
internal static class SoeBotSetup
{
    public static IServiceCollection AddSoeBot(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PlantsOptions>().Bind(configuration.GetSection("Plants")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PlantsOptions>, PlantsOptionsCheck>();
        services.AddOptions<PlanKeepOptions>().Bind(configuration.GetSection(PlanKeepOptions.Section)).ValidateOnStart()
            .Validate(keep => keep.Keep >= TimeSpan.FromDays(7), $"{PlanKeepOptions.Section}:Keep: at least a week, \"7.00:00:00\".")
            .Validate(keep => keep.KeepWeeks is >= 2 and <= 520, $"{PlanKeepOptions.Section}:KeepWeeks: 2 to 520.")
            .Validate(keep => keep.RowsInMemory is >= 0 and <= 50_000_000, $"{PlanKeepOptions.Section}:RowsInMemory: 0 to 50,000,000.");
        services.AddSingleton<PlantProfiles>().AddSingleton<PlantClock>().AddSingleton<MeetingDates>();

        // What slices share.
        services.AddSingleton<CardSources>().AddSingleton<WrittenCards>().AddSingleton<CommandList>().AddSingleton<PressList>().AddSingleton<HintList>().AddSingleton<SliceRegistry>();
        services.AddSingleton<ExtensionList>();
        services.AddSingleton<Deciding>().AddSingleton<Rights>().AddSingleton<StandIns>().AddSingleton<Guests>().AddSingleton<PersonFinder>();

        // Channel.
        services.AddSingleton<IInboundActivities, InboundActivities>().AddSingleton<IInvokeAnswers, InvokeAnswers>().AddSingleton<IKeptKeys, KeptSigningKeys>().AddSingleton<SeenLately>().AddSingleton<Places>().AddSingleton<RosterNews>().AddSingleton<TellParked>().AddSingleton<ActivityWork>();
        services.AddSending(configuration).AddSingleton<PressRoutes>().AddSingleton<ExtensionInvokes>();
        services.AddSingleton<RegisteredSlices>();
        services.AddTeamsRoutes(provider => (cards, invokes) => provider.GetRequiredService<RegisteredSlices>().Map(cards, invokes));

        // Slices.
        services.AddSingleton<FirstAdministrator>().AddSingleton<RoleWords>().AddSlice<RoleCommands>().AddSlice<PlantHere>().AddSingleton<WhoDecides>().AddSingleton<ChangeRights>().AddSlice<DecidesSlice>().AddSlice<AskHolder>().AddSingleton<SetUpRoles>().AddSlice<SetupSlice>();
        services.AddSingleton<AbsenceCards>().AddSingleton<EnterAbsence>().AddSingleton<EndAbsence>().AddSingleton<WelcomeBack>().AddSlice<AbsenceSlice>();
        services.AddDirectory(configuration).AddSlice<LeaverSlice>().AddSlice<LoadSlice>();
        services.AddSlice<QuietCommands>().AddSlice<ShiftCommand>().AddSlice<HistoryCommands>().AddSlice<Digests>().AddSlice<JobsSlice>();
        services.AddSlice<TrialRoles>().AddSlice<ClockCommand>().AddSlice<ShellCards>().AddSlice<ReachCards>().AddSlice<UnreachableCommand>().AddSlice<ParkedSlice>();
        services.AddSingleton<MeetingCardSources>().AddSingleton<MeetingStepCards>().AddSingleton<MeetingOrders>().AddSingleton<MeetingPeople>().AddSingleton<MeetingPosts>().AddSingleton<RunMeeting>()
            .AddSingleton<MeetingRights>().AddSingleton<MeetingPresses>().AddSingleton<MeetingSays>().AddSingleton<MeetingWeeks>().AddSingleton<MeetingOccurrences>().AddSingleton<MeetingHints>().AddSingleton<MoveMeeting>().AddSlice<MeetingSlice>();
        services.AddOptions<PagesOptions>().Bind(configuration.GetSection(PagesOptions.Section)).ValidateOnStart()
            .Validate(pages => PagesOptions.IsAddress(pages.Address), $"{PagesOptions.Section}:Address: an http(s) address without query, e.g. https://soebot.example.com.");
        services.AddSingleton<PageAddress>().AddSingleton<MinutesCards>().AddSingleton<MinutesLinks>().AddSingleton<MinutesPages>().AddSlice<MinutesSlice>();
        services.AddSheet().AddSlice<SheetSlice>();
        services.AddSingleton<HealthReading>().AddSingleton<HealthCards>().AddSingleton<WeekNotes>().AddSlice<HealthSlice>();
        services.AddSingleton<SopCycles>().AddSingleton<MonthSummaries>().AddSingleton<DraftSummary>().AddSingleton<SentDown>().AddSingleton<SopCards>().AddSlice<SopSlice>();
        services.AddDecisions().AddSlice<DecisionSlice>();
        services.AddChanges().AddSlice<HowOften>().AddSlice<ChangeSlice>();
        services.AddHandOver().AddSlice<HandOverSlice>();
        services.AddSlice<LookAheadSlice>().AddSingleton<OwnCause>().AddSlice<ExceptionsSlice>().AddSingleton<NumberCards>().AddSingleton<ContestNumber>().AddSlice<NumbersSlice>().AddSlice<FlagsSlice>();
        services.AddSingleton<RiskCards>().AddSingleton<RiskCommands>().AddSingleton<AnswerRisk>().AddSingleton<OwnOrders>().AddSingleton<OverrideList>().AddSingleton<OverrideCommands>().AddSingleton<TellCustomer>().AddSingleton<ReachCustomer>().AddSingleton<RemindRisk>().AddSingleton<DecidePromise>().AddSlice<RiskSlice>();
        services.AddSingleton<MyReminders>().AddSlice<HelpSlice>().AddSingleton<OrderCards>().AddSingleton<OrderIndexes>().AddSingleton<FindOrder>().AddSlice<OrderSlice>();
        services.AddSingleton<TellFlags>().AddSingleton<PlanNews>().AddSingleton<ComputeNumbers>().AddSingleton<ComputePlan>().AddSingleton<FollowOrders>().AddSingleton<PublishPlan>().AddSingleton<SamplePlan>();
        services.AddSingleton<WeekPosts>().AddSingleton<RiskOwners>().AddSingleton<OwnerReminders>().AddSlice<WeekOccurrences>();
        services.AddPublishing().AddSlice<PublishSlice>();

        services.AddSlice<VersionsCommand>();

        // Last: guesses at what no other pattern fits.
        services.AddSlice<GuessSlice>();
        services.AddImport();
        services.AddSlice<PlanFileSlice>().AddSlice<PullPlan>();

        services.AddOccurrences(configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions(), configuration);

        // The plant is ready before anything is worked or sent.
        services.TryAddSingleton(new StartScreen(Console.Out));
        services.AddSingleton<Readiness>();
        services.AddHostedService<PreparePlants>();
        services.AddHostedService<WatchHolidays>();
        services.AddHostedService<WarmChannel>();
        services.AddHostedService<OfferAdministration>();
        services.AddHostedService<InboxWorker>();
        services.AddHostedService<SentPlanWorker>();
        services.AddHostedService<WatchFolders>();
        services.AddHostedService<OutboxSender>();
        services.AddHostedService<HandOverSender>();
        services.AddHostedService<ForgetPlans>();
        services.AddHostedService<HearOthers>();
        return services;
    }

    /// <summary>A slice is one object, whichever way it is asked for.</summary>
    private static IServiceCollection AddSlice<T>(this IServiceCollection services)
        where T : class, ISlice =>
        services.AddSingleton<T>().AddSingleton<ISlice>(provider => provider.GetRequiredService<T>());
}
