using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SoeBot.TestKit.Teams.Wire;

namespace SoeBot.TestKit.Teams;

/// <summary>A message of the bot as Teams keeps it: the last content, what it was before, and who sees something else.</summary>
public sealed class FakeMessage
{
    private readonly ConcurrentDictionary<string, JsonObject> _views = [];
    private volatile IReadOnlyList<JsonObject> _history = [];

    internal FakeMessage(string id, string conversationId, JsonObject activity, int order)
    {
        Id = id;
        ConversationId = conversationId;
        Activity = activity;
        Order = order;
    }

    public string Id { get; }

    /// <summary>With the thread's mark in a channel.</summary>
    public string ConversationId { get; }

    /// <summary>Among all messages of all conversations.</summary>
    public int Order { get; }

    public JsonObject Activity { get; private set; }

    /// <summary>Former contents, oldest first.</summary>
    public IReadOnlyList<JsonObject> History => _history;

    public bool IsDeleted { get; internal set; }

    /// <summary>A targeted message: nobody else in the conversation sees it.</summary>
    public FakePerson? OnlyFor { get; internal set; }

    public string? Summary => (string?)Activity["summary"];

    public string? Text => (string?)Activity["text"];

    /// <summary>The card that everybody sees who has no view of their own.</summary>
    public JsonObject? Card => CardReading.CardOf(Activity);

    /// <summary>Card or text as a person reads it.</summary>
    public string PlainText => Card is { } card ? CardReading.PlainText(card) : CardReading.WithoutMarkdown(Text ?? "");

    public bool AlertsInFeed => (bool?)Activity["channelData"]?["notification"]?["alert"] == true;

    /// <summary>What this person sees: the answer to their own press until the message is edited, which takes such views away.</summary>
    public JsonObject? CardFor(FakePerson person) => _views.GetValueOrDefault(person.Mri) ?? Card;

    public string PlainTextFor(FakePerson person) => CardFor(person) is { } card ? CardReading.PlainText(card) : PlainText;

    /// <summary>The titles of the buttons, in order.</summary>
    public IReadOnlyList<string> Buttons => Card is { } card ? CardReading.Actions(card).Select(one => (string)one["title"]!).ToList() : [];

    internal void Edit(JsonObject activity)
    {
        _history = [.. _history, Activity];
        Activity = activity;
        _views.Clear();
    }

    internal void ForgetHistory() => _history = [];

    internal void Show(FakePerson person, JsonObject card) => _views[person.Mri] = card;

    public override string ToString() => $"{Id} in {ConversationId}: {Summary ?? Text}";
}
