using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SoeBot.Store.Audit;
using SoeBot.Store.Changes;
using SoeBot.Store.Contests;
using SoeBot.Store.Conversations;
using SoeBot.Store.Database;
using SoeBot.Store.Decisions;
using SoeBot.Store.HandOver;
using SoeBot.Store.Health;
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
using SoeBot.Store.Reading;
using SoeBot.Store.Reminders;
using SoeBot.Store.Risks;
using SoeBot.Store.SentPlans;
using SoeBot.Store.Sop;

namespace SoeBot.Store;

public static class StoreSetup
{
    /// <param name="configuration">The root; the section <c>Store</c> is read and checked when the app starts.</param>
    public static IServiceCollection AddSoeStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StoreOptions>().Bind(configuration.GetSection(StoreOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsCheck>();

        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<InboxSignal>();
        services.AddSingleton<HandOverSignal>();
        services.AddSingleton<SoeDatabase>();
        services.AddSingleton(provider => new PostgresWakeUps(
            provider.GetRequiredService<SoeDatabase>(), provider.GetRequiredService<IOptions<StoreOptions>>().Value,
            provider.GetRequiredService<OutboxSignal>(), provider.GetRequiredService<InboxSignal>(), TimeProvider.System));
        services.AddSingleton(provider => new StoreSchema(provider.GetRequiredService<SoeDatabase>()));

        services.AddSingleton(provider => new PlanStore(provider.GetRequiredService<SoeDatabase>(), TimeProvider.System));
        services.AddSingleton(provider => new OutboxStore(provider.GetRequiredService<SoeDatabase>(), provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton(provider => new OutboxLeaseStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new ReachStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new InboxStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new InvokeAnswerStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new PeopleStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new RightsStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new AbsenceStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new DepartureStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new DeputyStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new ConversationStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new DecisionStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new DecisionSight(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new ChangeStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new ViolationStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new ChangeSight(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new HandOverStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new MeetingStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new MeetingDateStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new MinutesStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new HealthStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new SopStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new AtRiskStore(provider.GetRequiredService<SoeDatabase>(), provider.GetRequiredService<PlanStore>()));
        services.AddSingleton(provider => new ContestStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new CauseOwnerStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new OccurrenceStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new DashboardPasses(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new ReminderStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new SentPlanStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new OnlineMeetingStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new PlantStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new SigningKeyStore(provider.GetRequiredService<SoeDatabase>()));
        services.AddSingleton(provider => new AuditStore(provider.GetRequiredService<SoeDatabase>()));
        return services;
    }
}
