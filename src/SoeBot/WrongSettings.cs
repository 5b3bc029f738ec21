using Microsoft.Extensions.Options;

namespace SoeBot;

/// <summary>Settings that cannot work end the start in words, one problem a line, and not in a stack trace.</summary>
public static class WrongSettings
{
    public const int ExitCode = 2;

    public static async Task<int> SayInsteadAsync(Func<Task<int>> run, TextWriter error)
    {
        try
        {
            return await run();
        }
        catch (Exception thrown) when (Problems(thrown) is { Count: > 0 } problems)
        {
            await error.WriteLineAsync($"SoeBot does not start: {(problems.Count == 1 ? "1 setting is" : $"{problems.Count} settings are")} wrong. appsettings.template.json names them all.");
            foreach (var problem in problems) await error.WriteLineAsync($"  {problem}");
            return ExitCode;
        }
    }

    /// <summary>Empty when it is something else.</summary>
    private static IReadOnlyList<string> Problems(Exception thrown) => thrown switch
    {
        OptionsValidationException wrong => [.. wrong.Failures],
        AggregateException many when many.InnerExceptions.All(one => Problems(one).Count > 0) => [.. many.InnerExceptions.SelectMany(Problems)],
        InvalidOperationException unread when unread.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => [unread.Message],
        InvalidDataException { Message: var file, InnerException: var inner } when file.StartsWith("Failed to load configuration", StringComparison.Ordinal) => [$"{file} {inner?.Message}"],
        _ => [],
    };
}
