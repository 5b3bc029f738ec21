namespace SoeBot.Domain.Fences;

/// <summary>How strictly a day of the schedule is guarded. Ordered: a greater value is stricter, so the stricter of two is the greater (R23).</summary>
public enum Fence
{
    /// <summary>After week 2: a change is recorded and needs no approval (R22).</summary>
    Flexible = 0,

    /// <summary>Week 2: a change needs one press per required function (R21).</summary>
    Firm = 1,

    /// <summary>Week 1 and everything before it that is still open: only the plant manager or the deputy (R20).</summary>
    Frozen = 2,
}
