using System.Text.Json;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.People;

/// <summary>A "no" that says who may and offers to ask them: "Roles are given by Ada Reyes." with the button "Ask Ada Reyes".</summary>
internal sealed class AskHolder(OutboxStore outbox, PeopleStore people, Rights rights, PlantProfiles plants, PlantClock clock) : ISlice
{
    public const string Source = "ask-holder", Asked = "asked-holder", Verb = "role.ask";
    private const int Most = 200;

    /// <param name="Words">The refusal: what is whose to do.</param>
    /// <param name="What">What the person wanted, as typed.</param>
    private sealed record Offer(Role Role, string Words, string What);

    /// <param name="By">Who asks, by key as text.</param>
    private sealed record Question(string By, string What);

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(Source, DrawOfferAsync);
        registry.Cards.Add(Asked, DrawQuestionAsync);
        registry.Presses.On(Verb, AskAsync);
    }

    /// <summary>Seen by the writer alone, as every "no".</summary>
    /// <param name="turn">The line that is refused.</param>
    /// <param name="role">Who may do it.</param>
    /// <param name="words">Says so in a sentence.</param>
    public static Effect Refuse(Turn turn, Role role, string words)
    {
        var refused = turn.Refuse(words);
        var card = new CardRef(Source, JsonSerializer.Serialize(new Offer(role, words, DataLine.Short(turn.Text, Most))));
        return refused with { Messages = [.. refused.Messages.Select(message => message with { Card = card })] };
    }

    private async Task<Card?> DrawOfferAsync(CardRequest request, CancellationToken ct)
    {
        var offer = JsonSerializer.Deserialize<Offer>(request.About)!;
        var names = await NamesAsync(request.Plant, offer.Role, ct);
        return new Card
        {
            Summary = DataLine.Short(offer.Words, Most), FullWidth = false,
            Body = [new TextBlock(DataLine.Short(offer.Words, Most)), TextBlock.Subtle(DataLine.Short(plants.Get(request.Plant).Name, 40))],
            Actions = names.Count == 0 ? [] : [new ExecuteAction($"Ask {DataLine.Short(string.Join(" or ", names), 40)}", Verb, new { p = request.Plant.Value, r = offer.Role.ToString(), w = offer.What, v = 1 })],
        };
    }

    private async Task<Card?> DrawQuestionAsync(CardRequest request, CancellationToken ct)
    {
        var question = JsonSerializer.Deserialize<Question>(request.About)!;
        var name = PersonKey.Parse(question.By) is { } by && await people.FindAsync(by, ct) is { Name.Length: > 0 } known ? known.Name : "Somebody";
        var title = $"{DataLine.Short(name, 40)} asks you";
        return new Card { Summary = title, FullWidth = false, Body = [TextBlock.Heading(title), new TextBlock(DataLine.Short(question.What, Most)), TextBlock.Subtle($"{DataLine.Short(plants.Get(request.Plant).Name, 40)}. Type it yourself if you agree.")] };
    }

    private async Task<PressAnswer> AskAsync(Press press, CancellationToken ct)
    {
        if (!Enum.TryParse<Role>(press.Input.Text("r"), out var role) || !Enum.IsDefined(role) || press.Input.Text("w") is not { } what) return PressAnswer.Say("I do not know any more what to ask. Type it again.");
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await rights.WhoCanAsync(press.Plant, "ask for this", ct));
        var today = plants.Get(press.Plant).Calendar.DayOf(press.Now);
        var asked = await rights.ActingAsync(press.Plant, role, today, ct);
        if (asked.Count == 0) return PressAnswer.Say($"Nobody is there as {Roles.Words(role)} today.");
        var question = JsonSerializer.Serialize(new Question(press.By.ToString(), DataLine.Short(what, Most)));
        // Once a day for the same question, however often it is pressed.
        await outbox.AddAsync(
            new Effect
            {
                Audit = [new AuditLine(press.Plant, press.Now, press.By, Verb, Roles.Words(role), DataLine.Short(what, Most))],
                Messages = [.. asked.Select(holder => new NewMessage
                {
                    Plant = press.Plant, Key = $"{Asked}:{press.By.ObjectId}:{role}:{today:yyyyMMdd}:{holder.ObjectId}:{DataLine.Short(what, Most).ToLowerInvariant()}", Kind = MessageKind.Record,
                    Target = new MessageTarget.Person(holder), Card = new CardRef(Asked, question),
                })],
            }, ct);
        return PressAnswer.Say($"Asked {string.Join(" or ", await NamesAsync(press.Plant, role, ct))}.");
    }

    private async Task<IReadOnlyList<string>> NamesAsync(Domain.Plan.PlantId plant, Role role, CancellationToken ct)
    {
        var acting = await rights.ActingAsync(plant, role, plants.Get(plant).Calendar.DayOf(clock.Now(plant)), ct);
        return [.. (await people.NamesAsync([.. acting], ct)).Values.Select(person => person.Name).Where(name => name.Length > 0).Order(StringComparer.CurrentCulture)];
    }
}
