using Microsoft.Extensions.Options;

namespace SoeBot.Channel.Sending;

/// <summary>Says everything that is wrong with the settings at once, before the first message.</summary>
internal sealed class OutboxOptionsCheck : IValidateOptions<OutboxOptions>
{
    /// <summary>Microsoft's own for one app in one tenant.</summary>
    private const int HardTenantPerSecond = 30;

    public ValidateOptionsResult Validate(string? name, OutboxOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(OutboxOptions options)
    {
        foreach (var (key, value) in new (string, int)[]
        {
            (nameof(options.ConversationPerSecond), options.ConversationPerSecond), (nameof(options.ConversationPer2Seconds), options.ConversationPer2Seconds),
            (nameof(options.ConversationPer30Seconds), options.ConversationPer30Seconds), (nameof(options.ConversationPerHour), options.ConversationPerHour),
            (nameof(options.TenantPerSecond), options.TenantPerSecond), (nameof(options.Multiplier), options.Multiplier),
            (nameof(options.Tries), options.Tries),
        })
            if (value is < 1 or > 100_000) yield return $"Outbox:{key} is {value}: it must be from 1 to 100000.";
        if (options.TenantPerSecond > HardTenantPerSecond) yield return $"Outbox:TenantPerSecond is {options.TenantPerSecond}: Microsoft refuses more than {HardTenantPerSecond}.";
        if (options.Parallel is < 1 or > 64) yield return $"Outbox:Parallel is {options.Parallel}: it must be from 1 to 64.";
        foreach (var (key, value, least, most) in new (string, TimeSpan, TimeSpan, TimeSpan)[]
        {
            (nameof(options.Margin), options.Margin, TimeSpan.Zero, TimeSpan.FromSeconds(1)),
            (nameof(options.EditEvery), options.EditEvery, TimeSpan.Zero, TimeSpan.FromMinutes(1)),
            (nameof(options.Lease), options.Lease, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
            (nameof(options.FirstRetry), options.FirstRetry, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1)),
            (nameof(options.LongestRetry), options.LongestRetry, options.FirstRetry, TimeSpan.FromHours(1)),
            (nameof(options.Keep), options.Keep, TimeSpan.FromDays(1), TimeSpan.FromDays(3650)),
        })
            if (value < least || value > most) yield return $"Outbox:{key} is {value}: it must be from {least} to {most}.";
    }
}
