using System.Text.Json.Serialization;

namespace SoeBot.Teams.Cards;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
public abstract record CardAction
{
    private protected CardAction(string title) => Title = title;

    [JsonPropertyOrder(-1)]
    public string Title { get; init; }

    public string? Id { get; init; }

    public ActionStyle Style { get; init; }

    /// <summary>Secondary actions go into the overflow menu.</summary>
    public ActionMode Mode { get; init; }

    public string? Tooltip { get; init; }
}

/// <summary>The press of a button: arrives at the one handler of its verb with <c>data</c> and the card's inputs merged.</summary>
public sealed record ExecuteAction : CardAction
{
    public ExecuteAction(string title, string verb, object? data = null)
        : base(title) => (Verb, Data) = (verb, data);

    public string Verb { get; init; }

    public object? Data { get; init; }

    public AssociatedInputs AssociatedInputs { get; init; }
}

/// <summary>Only inside dialogs: there the button arrives as <c>task/submit</c> or <c>composeExtension/submitAction</c>.</summary>
public sealed record SubmitAction : CardAction
{
    public SubmitAction(string title, object? data = null)
        : base(title) => Data = data;

    public object? Data { get; init; }

    public AssociatedInputs AssociatedInputs { get; init; }
}

public sealed record OpenUrlAction : CardAction
{
    public OpenUrlAction(string title, Uri url)
        : base(title) => Url = url;

    [JsonIgnore]
    public Uri Url { get; init; }

    [JsonInclude, JsonPropertyName("url")]
    internal string UrlOnTheWire => Url.OriginalString;
}

/// <summary>Opens more of the same card below the buttons, without asking the server.</summary>
public sealed record ShowCardAction : CardAction
{
    public ShowCardAction(string title, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction>? actions = null)
        : base(title) => (Body, Actions) = (body, actions ?? []);

    [JsonIgnore]
    public IReadOnlyList<CardElement> Body { get; init; }

    [JsonIgnore]
    public IReadOnlyList<CardAction> Actions { get; init; }

    [JsonInclude, JsonPropertyName("card")]
    internal InnerCard CardOnTheWire => new(Body, Actions.Count == 0 ? null : Actions);

    internal sealed record InnerCard(IReadOnlyList<CardElement> Body, IReadOnlyList<CardAction>? Actions)
    {
        [JsonPropertyOrder(-1)]
        public string Type { get; } = "AdaptiveCard";
    }
}

public sealed record ToggleVisibilityAction : CardAction
{
    public ToggleVisibilityAction(string title, params string[] targetElements)
        : base(title) => TargetElements = targetElements;

    public IReadOnlyList<string> TargetElements { get; init; }
}

/// <summary>Buttons inside the body.</summary>
public sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement
{
    public ActionSet(params CardAction[] actions)
        : this((IReadOnlyList<CardAction>)actions)
    {
    }
}
