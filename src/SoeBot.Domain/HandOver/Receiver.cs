using SoeBot.Domain.Changes;

namespace SoeBot.Domain.HandOver;

/// <summary>A system of the plant that is told of changes that hold: APS, ERP, MES (R93).</summary>
/// <param name="Name">As people say it.</param>
/// <param name="Kinds">Which changes; empty for all.</param>
/// <param name="Money">Penalties are among what it is told.</param>
public sealed record Receiver(string Name, IReadOnlySet<ChangeKind> Kinds, bool Money)
{
    public bool Wants(ChangeKind kind) => Kinds.Count == 0 || Kinds.Contains(kind);
}
