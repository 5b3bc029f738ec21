using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plants;
using SoeBot.Teams;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;
using SoeBot.Words;

namespace SoeBot.Commands;

/// <summary>"10/1" is 10 January for one and 1 October for another: asked once per person, then remembered. The line itself goes on with the answer.</summary>
internal sealed class TypedDates(PlantStore notes, OutboxStore outbox, PlantProfiles plants)
{
    public const string Verb = "dates.order";
    public const string Source = "dates-order";

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(Source, (request, _) => Task.FromResult(Draw(request)));
        registry.Presses.On(Verb, (press, ct) => AnswerAsync(press, registry.Commands, ct));
    }

    /// <summary>A handler that never meets a day in slashes: it is written out before, or the writer is asked what it means.</summary>
    public CommandHandler Read(Regex pattern, CommandHandler handle) => async (turn, words, ct) =>
    {
        if (SlashDate.Of(turn.Text) is not { } found) return await handle(turn, words, ct);
        if ((found.Order ?? await OrderOfAsync(turn.Plant, turn.By, ct)) is not { } order)
            return turn.Answer() with { Messages = [turn.ToConversation(new CardRef(Source, turn.Text.Cut(500)), $"in:{turn.InboxId}:date", $"{Source}:{turn.InboxId}")] };
        var text = SlashDate.Replace(turn.Text, found, order);
        return pattern.Match(text) is { Success: true } again ? await handle(turn with { Text = text }, again, ct) : await handle(turn, words, ct);
    };

    private async Task<DateOrder?> OrderOfAsync(PlantId plant, PersonKey person, CancellationToken ct) =>
        Enum.TryParse<DateOrder>(await notes.GetNoteAsync(plant, Note(person), ct), out var order) ? order : null;

    private Card? Draw(CardRequest request)
    {
        if (SlashDate.Of(request.About) is not { } found) return null;
        var title = $"{found.Text}: {found.In(DateOrder.DayFirst)} or {found.In(DateOrder.MonthFirst)}?";
        return new Card
        {
            Summary = title,
            FullWidth = false,
            Body = [TextBlock.Heading(title), new TextBlock(CardText.Of($"You wrote: {DataLine.Short(request.About, 200)}")), TextBlock.Subtle($"{DataLine.Short(plants.Get(request.Plant).Name, 40)}. I ask this once and remember how you write days.")],
            Actions = [Button(request, found, DateOrder.DayFirst), Button(request, found, DateOrder.MonthFirst)],
        };
    }

    private static ExecuteAction Button(CardRequest request, SlashDate.Found found, DateOrder order) =>
        new(found.In(order), Verb, new { p = request.Plant.Value, r = request.About, v = (object)0, o = order.ToString() });

    /// <summary>Remembers it and works the line as if it had been typed so. A repeated press makes the same messages, which go out once.</summary>
    private async Task<PressAnswer> AnswerAsync(Press press, CommandList commands, CancellationToken ct)
    {
        if (!Enum.TryParse<DateOrder>(press.Input.Text("o"), out var order) || !Enum.IsDefined(order) || press.Input.Text("r") is not { Length: <= 500 } line || SlashDate.Of(line) is not { } found)
            return PressAnswer.Say("Type the line again, with the month in letters.");
        var text = SlashDate.Replace(line, found, order);
        var remember = new Effect
        {
            Notes = [new PlantNote(press.Plant, Note(press.By), order.ToString())],
            Audit = [new AuditLine(press.Plant, press.Now, press.By, Verb, press.By.ObjectId, order.ToString())],
        };
        await outbox.AddAsync(remember, ct);
        if (commands.Find(text) is not { } command) return PressAnswer.Say($"I remember it. Type the line again: {text}");
        var effect = await command.Command.Handle(TurnOf(press, text), command.Words, ct);
        if (effect != Effect.None) await outbox.AddAsync(effect, ct);
        return PressAnswer.Show(SayCard.Draw($"{found.Text} is {found.In(order)}.\nThe answer is below."));
    }

    /// <summary>A line that came by a press has no place in the inbox: its number is made from the press, below zero, where no line's is.</summary>
    private static Turn TurnOf(Press press, string text) => new()
    {
        Plant = press.Plant, By = press.By, ByName = press.ByName, Tenant = press.Tenant, Conversation = press.Conversation,
        Use = press.Conversation.StartsWith("19:", StringComparison.Ordinal) ? ConversationUse.Group : ConversationUse.Personal, Text = text, Now = press.Now,
        InboxId = -1 - (long)(BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(press.ActivityId))) >> 2),
    };

    private static string Note(PersonKey person) => $"dates:{person}";
}
