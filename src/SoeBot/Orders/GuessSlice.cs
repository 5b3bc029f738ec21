using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Orders;

/// <summary>The last command of all: it fits every line, so nothing may be registered after it.</summary>
internal sealed partial class GuessSlice(PlantProfiles plants) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(Guess.Source, (request, _) => Task.FromResult<Card?>(Guess.Draw(request.Plant.Value, plants.Get(request.Plant).Name, request.About)));
        registry.Commands.Add("guess", Anything(), "", (turn, _, _) => Task.FromResult(turn.Answer(new CardRef(Guess.Source, turn.Text))));
        registry.Presses.OnReading(OrderVerbs.Guess, (press, ct) => ShowAsync(registry.Cards, press, ct));
    }

    private static async Task<PressAnswer> ShowAsync(CardSources cards, Press press, CancellationToken ct)
    {
        if (press.Input.Text("r") is not { } source || !Guess.IsCard(source) || !cards.Knows(source)) return PressAnswer.Say("Type help for what fits you.");
        var about = source is "my" or "help" ? press.By.ToString() : "";
        return await cards.DrawAsync(press.Plant, new CardRef(source, about), ct) is { } card ? PressAnswer.Show(card) : PressAnswer.Say("There is nothing to show yet.");
    }

    [GeneratedRegex(@"^[\s\S]*$")]
    private static partial Regex Anything();
}
