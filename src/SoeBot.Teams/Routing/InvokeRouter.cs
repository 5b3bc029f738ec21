using SoeBot.Teams.Activities;

namespace SoeBot.Teams.Routing;

/// <summary>Answers an invoke that is not the press of a card's button.</summary>
public delegate Task<InvokeAnswer> InvokeHandler(IServiceProvider services, Activity activity, CancellationToken cancellationToken);

/// <summary>Names of invokes that a bot like this one may handle. Every other name is answered with 501.</summary>
public static class InvokeNames
{
    public const string CardAction = "adaptiveCard/action";
    public const string Search = "application/search";
    public const string ExtensionQuery = "composeExtension/query";
    public const string ExtensionFetchTask = "composeExtension/fetchTask";
    public const string ExtensionSubmitAction = "composeExtension/submitAction";
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";
}

/// <summary>Knows for each name of an invoke its one handler.</summary>
public sealed class InvokeRouter
{
    private readonly Dictionary<string, InvokeHandler> _routes = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => _routes.Keys.Append(InvokeNames.CardAction).Order(StringComparer.Ordinal).ToList();

    /// <exception cref="InvalidOperationException">The name has a handler already; card actions go by their verbs.</exception>
    public InvokeRouter On(string name, InvokeHandler handle)
    {
        if (name == InvokeNames.CardAction || !_routes.TryAdd(name, handle))
        {
            throw new InvalidOperationException($"The invoke {name} has a handler already.");
        }

        return this;
    }

    internal InvokeHandler? Find(string? name) => name is null ? null : _routes.GetValueOrDefault(name);
}
