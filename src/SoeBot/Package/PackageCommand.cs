using System.CommandLine;

namespace SoeBot.Package;

/// <summary>Sub-command <c>package</c>: writes the zip that a Teams administrator uploads.</summary>
public static class PackageCommand
{
    private const int Written = 0, NotWritten = 1, WrongInput = 2;

    /// <summary>Returns 0 when the zip is written, 1 when it cannot be written there, 2 with a line for everything that is wrong in the input.</summary>
    public static async Task<int> RunAsync(PackageInput input, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var problems = PackageChecks.Problems(input).ToList();
        if (problems.Count > 0) return await RefuseAsync(problems, error);

        var manifest = ManifestTemplate.Fill(input);
        problems = [.. ManifestLimits.Problems(manifest)];
        if (problems.Count > 0) return await RefuseAsync(problems, error);

        var zip = PackageZip.Of(
            ("manifest.json", ManifestTemplate.Bytes(manifest)),
            ("color.png", ManifestTemplate.File("color.png")),
            ("outline.png", ManifestTemplate.File("outline.png")));
        try
        {
            await File.WriteAllBytesAsync(input.Out, zip, cancellationToken);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{input.Out} cannot be written: {reason.Message}");
            return NotWritten;
        }

        await output.WriteLineAsync($"{input.Out}: {input.Name} {input.Version} for bot {input.AppId} on {input.Domain}.");
        if (input.Privacy is null || input.Terms is null)
            await output.WriteLineAsync("People see links to your privacy and terms pages: name them with --privacy and --terms, the bot serves none.");
        await output.WriteLineAsync("Upload it in the Teams admin center (Teams apps, Manage apps), or in Teams under Apps, Manage your apps.");
        return Written;
    }

    /// <summary>The sub-command for the app's command line.</summary>
    public static Command Create()
    {
        var blank = new PackageInput();
        var appId = new Option<string?>("--app-id") { Description = "The client id of the bot's app registration, the same as Bot:AppId." };
        var domain = new Option<string?>("--domain") { Description = "The host name under which Teams reaches the bot, without scheme and port." };
        var outFile = With("--out", "The zip file to write.", blank.Out);
        var teamsAppId = new Option<string?>("--teams-app-id") { Description = "The id in the Teams catalogue, when it is to differ from the bot's." };
        var version = With("--app-version", "Raise it for each upload.", blank.Version);
        var name = With("--name", "As people see it in Teams.", blank.Name);
        var developer = With("--developer", "Who answers for the app.", blank.Developer);
        var website = new Option<string?>("--website") { Description = "https address of the page about the app." };
        var privacy = new Option<string?>("--privacy") { Description = "https address of the privacy statement." };
        var terms = new Option<string?>("--terms") { Description = "https address of the terms of use." };

        var command = new Command("package", "Write the Teams app package (a zip to upload).")
        {
            appId, domain, outFile, teamsAppId, version, name, developer, website, privacy, terms,
        };
        command.SetAction((typed, cancellationToken) => typed.UnmatchedTokens.Count > 0
            ? RefuseAsync(typed.UnmatchedTokens.Select(word => $"{word} is not known here: see package --help."), typed.InvocationConfiguration.Error)
            : RunAsync(new PackageInput
            {
                AppId = typed.GetValue(appId), Domain = typed.GetValue(domain), Out = typed.GetValue(outFile)!,
                TeamsAppId = typed.GetValue(teamsAppId), Version = typed.GetValue(version)!,
                Name = typed.GetValue(name)!, Developer = typed.GetValue(developer)!,
                Website = typed.GetValue(website), Privacy = typed.GetValue(privacy), Terms = typed.GetValue(terms),
            },
            typed.InvocationConfiguration.Output, typed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static Option<string> With(string name, string description, string left) =>
        new(name) { Description = description, DefaultValueFactory = _ => left };

    private static async Task<int> RefuseAsync(IEnumerable<string> problems, TextWriter error)
    {
        foreach (var problem in problems) await error.WriteLineAsync(problem);
        return WrongInput;
    }
}
