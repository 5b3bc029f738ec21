namespace SoeBot.Domain.Decisions;

public enum SubjectKind { Nothing, Order, Exception, Metric, Schedule, Change, Case, Scenario }

/// <summary>What a decision is about, e.g. order SO63216, change request C-7, case K-9, scenario S-3, exception X-118.</summary>
public readonly record struct DecisionSubject(SubjectKind Kind, string Reference)
{
    public static readonly DecisionSubject None = new(SubjectKind.Nothing, "");

    public override string ToString() => Kind == SubjectKind.Nothing ? "" : Reference;

    /// <summary>By the number as people write it: C-7, K-9, S-3 and X-118 say their kind; anything else is an order.</summary>
    public static DecisionSubject Of(string? reference)
    {
        var text = reference?.Trim() ?? "";
        if (text.Length == 0) return None;
        var kind = text.Length > 2 && text[1] == '-' && text.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0 ? char.ToUpperInvariant(text[0]) switch
        {
            'C' => SubjectKind.Change,
            'K' => SubjectKind.Case,
            'S' => SubjectKind.Scenario,
            'X' => SubjectKind.Exception,
            _ => SubjectKind.Order,
        } : SubjectKind.Order;
        return new(kind, kind == SubjectKind.Order ? text : text.ToUpperInvariant());
    }
}
