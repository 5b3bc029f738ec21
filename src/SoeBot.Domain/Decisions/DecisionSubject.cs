namespace SoeBot.Domain.Decisions;

public enum SubjectKind { Nothing, Order, Exception, Metric, Schedule }

/// <summary>What a decision is about, e.g. order SO63216.</summary>
public readonly record struct DecisionSubject(SubjectKind Kind, string Reference)
{
    public static readonly DecisionSubject None = new(SubjectKind.Nothing, "");
    public override string ToString() => Kind == SubjectKind.Nothing ? "" : Reference;
}
