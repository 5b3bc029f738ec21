namespace SoeBot.Teams;

/// <summary>Keeps what was answered to an invoke, so that a second delivery of it gets the same and does nothing.</summary>
public interface IInvokeAnswers
{
    /// <returns>Null when it was not answered before.</returns>
    Task<FormerAnswer?> FindAsync(string conversation, string activityId, CancellationToken cancellationToken);

    Task KeepAsync(string conversation, string activityId, FormerAnswer answer, CancellationToken cancellationToken);
}

/// <param name="Status">Of HTTP.</param>
/// <param name="Body">JSON as it went out; null for none.</param>
public sealed record FormerAnswer(int Status, string? Body);

internal sealed class NoInvokeAnswers : IInvokeAnswers
{
    public Task<FormerAnswer?> FindAsync(string conversation, string activityId, CancellationToken cancellationToken) => Task.FromResult<FormerAnswer?>(null);

    public Task KeepAsync(string conversation, string activityId, FormerAnswer answer, CancellationToken cancellationToken) => Task.CompletedTask;
}
