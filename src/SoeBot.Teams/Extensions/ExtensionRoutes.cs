using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;

namespace SoeBot.Teams.Extensions;

public delegate Task<ExtensionAnswer> QueryHandler(ExtensionQuery query, CancellationToken cancellationToken);

public delegate Task<IReadOnlyList<Choice>> ChoiceHandler(ChoiceSearch search, CancellationToken cancellationToken);

public delegate Task<DialogAnswer> DialogHandler(ExtensionAction action, CancellationToken cancellationToken);

/// <summary>The invokes of message extensions and of choices that are searched. Whatever cannot be read is answered in the form that was asked for.</summary>
public static class ExtensionRoutes
{
    private const string NotUnderstood = "I could not read what was asked. Please try again.";

    public static InvokeRouter OnQuery(this InvokeRouter router, QueryHandler handle) =>
        router.On(InvokeNames.ExtensionQuery, async (_, activity, cancellationToken) => ExtensionQuery.Read(activity) is { } query
            ? (await handle(query, cancellationToken)).ToInvoke()
            : InvokeAnswer.ResultsMessage(NotUnderstood));

    public static InvokeRouter OnChoices(this InvokeRouter router, ChoiceHandler handle) =>
        router.On(InvokeNames.Search, async (_, activity, cancellationToken) => InvokeAnswer.Search(ChoiceSearch.Read(activity) is { } search
            ? (await handle(search, cancellationToken)).Take(ChoiceSearch.MostResults)
            : []));

    /// <param name="router">The router.</param>
    /// <param name="open">Only reads: it is called again when the answer was slow.</param>
    /// <param name="submit">May come twice, also as a new invoke: the dialog's data carry what makes both the same.</param>
    public static InvokeRouter OnDialog(this InvokeRouter router, DialogHandler open, DialogHandler submit) => router
        .On(InvokeNames.ExtensionFetchTask, Handler(open))
        .On(InvokeNames.ExtensionSubmitAction, Handler(submit));

    private static InvokeHandler Handler(DialogHandler handle) => async (_, activity, cancellationToken) => ExtensionAction.Read(activity) is { } action
        ? (await handle(action, cancellationToken)).ToInvoke()
        : InvokeAnswer.DialogMessage(NotUnderstood);
}
