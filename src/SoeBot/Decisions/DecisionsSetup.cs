using SoeBot.Commands;

namespace SoeBot.Decisions;

/// <summary>What the slice of decisions is made of.</summary>
internal static class DecisionsSetup
{
    public static IServiceCollection AddDecisions(this IServiceCollection services) => services
        .AddSingleton<DecisionViews>().AddSingleton<DecisionCards>().AddSingleton<DecisionEffects>().AddSingleton<OwnerReading>().AddSingleton<TypedDates>()
        .AddSingleton<DraftDecision>().AddSingleton<DecisionRoom>().AddSingleton<RecordDecision>().AddSingleton<RecordMessage>().AddSingleton<FindDecision>().AddSingleton<WhoDecided>()
        .AddSingleton<ChangeDecision>().AddSingleton<AnswerDecision>().AddSingleton<ChairDecision>().AddSingleton<DecisionCommands>()
        .AddSingleton<ChaseDecisions>().AddSingleton<OfferClosing>().AddSingleton<Commitments>().AddSingleton<NamedCard>().AddSingleton<EscalateDecision>().AddSingleton<AnswerEscalation>();
}
