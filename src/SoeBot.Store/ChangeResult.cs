using System.Diagnostics.CodeAnalysis;

namespace SoeBot.Store;

/// <summary>What came of load, decide, save.</summary>
/// <param name="Value">As it stands after the change, detached; null when there is no such thing, and then nothing was written.</param>
/// <param name="Outcome">What the deciding function answered; default when there is no such thing.</param>
public sealed record ChangeResult<TAggregate, T>(TAggregate? Value, T? Outcome)
    where TAggregate : class
{
    [MemberNotNullWhen(true, nameof(Value), nameof(Outcome))]
    public bool Found => Value is not null;
}
