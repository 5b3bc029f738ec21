using Microsoft.Extensions.DependencyInjection;
using SoeBot.Benchmarks.Loading;
using SoeBot.Cards;
using SoeBot.Decisions;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.TestKit.Teams;

namespace SoeBot.Benchmarks.Turns;

/// <summary>The commit of a recorded decision with all that it brings (audit line, messages, reminders), without HTTP, rights and cards.</summary>
internal sealed class RecordAlone(BotUnderLoad bot)
{
    private readonly DecisionStore _decisions = bot.Services.GetRequiredService<DecisionStore>();
    private readonly DecisionEffects _effects = bot.Services.GetRequiredService<DecisionEffects>();
    private readonly PlantClock _clock = bot.Services.GetRequiredService<PlantClock>();
    private readonly PlantProfile _plant = bot.Services.GetRequiredService<PlantProfiles>().Get(PlantProfiles.SampleId);
    private readonly PersonKey _by = Key(bot.Lea);
    private readonly PersonKey _owner = Key(bot.Ravi);

    public Target Target => new("store alone", () => new DirectCaller(CallAsync));

    private Task<RecordResult> CallAsync()
    {
        var now = _clock.Now(_plant.Id);
        var origin = new Origin(_plant.Id, _by, bot.Teams.TenantId, bot.Teams.Personal(bot.Lea).Id, now);
        var due = _plant.Calendar.DayOf(now).AddDays(7);
        var input = new NewDecision(new DecisionId(Guid.NewGuid()), _plant.Id, TurnBenchmarks.Decision, DecisionSubject.None, _owner, due, _by, null, 1);
        return _decisions.RecordAsync(input, now, decision => _effects.Recorded(origin, _plant, decision, null, null, tell: false, null), CancellationToken.None);
    }

    private static PersonKey Key(FakePerson person) => PersonKey.Of(person.TenantId, person.AadObjectId);
}
