using System.Globalization;

namespace SoeBot.Start;

/// <summary>Where the first start speaks to whoever sits at it; the demo has a story of its own.</summary>
internal sealed record StartScreen(TextWriter Output);

/// <summary>What a newcomer reads in the terminal once the bot listens.</summary>
internal static class StartText
{
    public static void Write(TextWriter output, ICollection<string>? addresses, bool localTrial, TimeSpan took)
    {
        var address = addresses?.FirstOrDefault() ?? "http://localhost:3978";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SoeBot is ready after {took.TotalSeconds:0.0} s on {address}. Jobs: {address}/jobs"));
        if (!localTrial) return;
        output.WriteLine("Local trial mode: callers on this machine only, nobody is authenticated. Chat with it:");
        output.WriteLine($"  npx -y @microsoft/m365agentsplayground@0.2.28 start -c msteams -e {address}/api/messages --dt");
        output.WriteLine("The first person who writes holds every role. Type help; clock next moves the plant's time.");
    }
}
