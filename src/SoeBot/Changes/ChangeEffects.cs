using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.Changes;

/// <summary>Who hears of a request beside those who decide it.</summary>
/// <param name="Staff">Who decides what today.</param>
/// <param name="Owners">Of the orders that it is about or makes later.</param>
/// <param name="ClockOffset">By so much the plant's clock is ahead of the machine's; nothing but in a trial.</param>
internal sealed record ChangeCircle(ChangeStaff Staff, IReadOnlyList<PersonKey> Owners, TimeSpan ClockOffset = default);

/// <summary>What a step of a request brings with it: its audit line, the cards that show it, who is asked, who is told, when it is looked at again.</summary>
internal static class ChangeEffects
{
    public const string HalfTime = "change-half-time", Expiry = "change-expiry", Check = "change-check";

    public static string Track(ChangeId id) => $"{ChangeCard.Shared}:{id}";

    public static string KeyPrefix(ChangeRequest request) => $"{request.Name}@";

    public static Effect Drafted(PlantProfile plant, ChangeRequest request, DateTimeOffset now, string verb) => new()
    {
        Audit = [new(plant.Id, now, request.By, verb, request.Name, request.What.ToString(), request.Impact?.PlanVersion)],
        // The sweep behind the worker that computes at once, and the end of a draft that nobody sends.
        Occurrences =
        [
            new Occurrence(plant.Id, Check, $"{KeyPrefix(request)}check", now),
            new Occurrence(plant.Id, Expiry, $"{KeyPrefix(request)}draft", now + ChangeRules.DraftsLive),
        ],
    };

    /// <summary>Only the line that somebody tried.</summary>
    public static Effect Refused(Press press, string verb, string about, string why) => new() { Audit = [new(press.Plant, press.Now, press.By, verb, about, $"refused: {why}", null)] };

    /// <param name="plant">Whose.</param>
    /// <param name="request">As it stands after the step.</param>
    /// <param name="before">How it stood.</param>
    /// <param name="by">Null for the calendar and imports.</param>
    /// <param name="verb">Verb as on the wire or kind of the occurrence.</param>
    /// <param name="now">When.</param>
    /// <param name="circle">Who decides and who hears.</param>
    public static Effect Stepped(PlantProfile plant, ChangeRequest request, ChangeState before, PersonKey? by, string verb, DateTimeOffset now, ChangeCircle circle)
    {
        var last = request.Events[^1];
        var messages = Edits(plant, request);
        if (request.Waits && before != request.State && last.Kind != ChangeEventKind.TakenBack) messages.AddRange(Asks(plant, request, circle.Staff.Deciders(request), MessageKind.Record, request.State.ToString()));
        if (last.Kind == ChangeEventKind.GivenToDeputy && circle.Staff.DeputyFor(request) is { } deputy) messages.AddRange(Asks(plant, request, [deputy], MessageKind.Record, "given"));
        if (last.Kind == ChangeEventKind.HalfTime) messages.AddRange(Asks(plant, request, circle.Staff.Deciders(request), MessageKind.Reminder, "half"));
        if (last.Kind == ChangeEventKind.Questioned) messages.Add(ToPerson(plant, request, request.By, ChangeCard.Question, $"question:{request.Version}", MessageKind.Record));
        if (last.Kind == ChangeEventKind.Answered && request.Events.Last(one => one.Kind == ChangeEventKind.Questioned).By is { } asker)
            messages.Add(ToPerson(plant, request, asker, request.IsManagers ? ChangeCard.Decide : ChangeCard.Sign, $"answer:{request.Version}", MessageKind.Record));
        if (last.Kind == ChangeEventKind.Urged) messages.AddRange(Asks(plant, request, circle.Staff.Deciders(request), MessageKind.Record, $"urged:{by?.ObjectId}"));
        if (last.Kind == ChangeEventKind.TakenBack) messages.AddRange(News(plant, request, by, circle, $"open-again.{request.TimesTakenBack}"));
        var ended = !request.IsOpen && before is ChangeState.Drafted or ChangeState.Checked or ChangeState.Asked or ChangeState.Tied;
        // A draft that ends concerns nobody who was never asked.
        if (ended && request.SentAt is not null) messages.AddRange(News(plant, request, by, circle, request.TimesTakenBack is > 0 and var times ? $"ended.{times}" : "ended"));
        return new Effect
        {
            Audit = [new(plant.Id, now, by, verb, request.Name, Detail(last), request.Impact?.PlanVersion)],
            Messages = messages,
            HandOvers = ended ? HandChangeOver.Of(plant, request, Posted(request), circle.ClockOffset, now) : [],
            HandOversTakenBack = last.Kind == ChangeEventKind.TakenBack ? [request.Id] : [],
            Withdraw = ended || (last.Kind == ChangeEventKind.Sent && request.Waits) ? [(plant.Id, KeyPrefix(request))] : [],
            Occurrences = (before is ChangeState.Checked || last.Kind == ChangeEventKind.TakenBack) && request is { Waits: true, ExpiresAt: { } end, HalfTimeAt: { } half }
                ? [new(plant.Id, HalfTime, $"{KeyPrefix(request)}half", half), new(plant.Id, Expiry, $"{KeyPrefix(request)}end", end)] : [],
        };
    }

    /// <summary>Today's state in every card that shows it.</summary>
    public static List<NewMessage> Edits(PlantProfile plant, ChangeRequest request) =>
    [
        .. from card in Posted(request)
           let track = $"{card}:{request.Id}"
           select new NewMessage
           {
               Plant = plant.Id, Key = $"edit:{track}:{request.Version}", Chain = $"edit:{track}", Kind = MessageKind.Edit, TrackAs = track,
               Card = new CardRef(card, $"{request.Number}"), Target = new MessageTarget.Person(request.By),
           },
    ];

    private static IEnumerable<string> Posted(ChangeRequest request)
    {
        yield return ChangeCard.Shared;
        if (request.SentAt is null || request.Zone == Fence.Flexible) yield break;
        yield return ChangeCard.Decide;
        if (request.Zone == Fence.Firm) yield return ChangeCard.Sign;
        if (request.Events.Any(one => one.Kind == ChangeEventKind.Questioned)) yield return ChangeCard.Question;
    }

    /// <summary>The shared card in the plant's channel, for a request that was filed somewhere else.</summary>
    public static NewMessage InChannel(PlantProfile plant, ChangeRequest request) => new()
    {
        Plant = plant.Id, Key = $"change:{request.Id}:channel", Kind = MessageKind.Record, TrackAs = Track(request.Id),
        Target = new MessageTarget.Channel(plant.Id), Card = new CardRef(ChangeCard.Shared, $"{request.Number}"),
    };

    private static IEnumerable<NewMessage> Asks(PlantProfile plant, ChangeRequest request, IReadOnlyList<PersonKey> deciders, MessageKind kind, string step) =>
        deciders.Select(person => ToPerson(plant, request, person, request.IsManagers ? ChangeCard.Decide : ChangeCard.Sign, step, kind));

    private static NewMessage ToPerson(PlantProfile plant, ChangeRequest request, PersonKey person, string card, string step, MessageKind kind) => new()
    {
        Plant = plant.Id, Key = $"change:{request.Id}:{step}:{person.ObjectId}", Kind = kind, TrackAs = $"{card}:{request.Id}",
        Target = new MessageTarget.Person(person), Card = new CardRef(card, $"{request.Number}"),
    };

    /// <summary>Each end, and each decision taken back, is told to the asker, planning and the owners once; whoever caused it sees it already.</summary>
    private static IEnumerable<NewMessage> News(PlantProfile plant, ChangeRequest request, PersonKey? by, ChangeCircle circle, string step)
    {
        foreach (var person in circle.Staff.Holders(Role.Planning).Concat(circle.Owners).Append(request.By).Distinct().Where(one => one != by))
            yield return new NewMessage
            {
                Plant = plant.Id, Key = $"change:{request.Id}:{step}:{person.ObjectId}", Kind = MessageKind.Record,
                Target = new MessageTarget.Person(person), Card = new CardRef(ChangeCard.News, $"{request.Number}"),
            };
        yield return new NewMessage
        {
            Plant = plant.Id, Key = $"change:{request.Id}:{step}:channel", Kind = MessageKind.Record,
            Target = new MessageTarget.Channel(plant.Id), Card = new CardRef(ChangeCard.News, $"{request.Number}{ChangeCard.InChannel}"),
        };
    }

    private static string? Detail(ChangeEvent last) => last.For is { } role ? $"{role}: {last.Note}".TrimEnd(' ', ':') : last.Note;
}
