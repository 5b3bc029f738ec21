namespace SoeBot.Domain.Exceptions;

/// <summary>A chain of report days that rests: it was not on the last report but is not broken before the next report day has passed without it.</summary>
/// <param name="LastDay">The last report day it was seen on.</param>
public sealed record ExceptionChain(string Identity, int ReportDays, DateOnly Since, DateOnly LastDay);
