using Microsoft.Extensions.DependencyInjection;
using SoeBot.Commands;
using SoeBot.Extensions;
using SoeBot.Package;
using SoeBot.Start;
using Xunit;

namespace SoeBot.UnitTests.Package;

/// <summary>What Teams' menu offers to type is understood.</summary>
public sealed class ManifestCommandTests
{
    [Fact]
    public async Task Every_command_of_the_manifest_is_one_of_ours()
    {
        await using var app = Serving.Build(["--environment=Development"]);
        _ = app.Services.GetRequiredService<RegisteredSlices>();
        var known = app.Services.GetRequiredService<CommandList>();

        var offered = ManifestTemplate.Fill(new PackageInput { AppId = "6f9619ff-8b86-4011-b42d-00c04fc964ff", Domain = "soebot.example.com" })
            ["bots"]![0]!["commandLists"]!.AsArray().SelectMany(list => list!["commands"]!.AsArray())
            .Select(command => (Title: (string)command!["title"]!, Description: (string)command["description"]!)).ToList();

        Assert.NotEmpty(offered);
        // A title that needs more words behind it has an example as its description.
        Assert.All(offered, command => Assert.Contains(
            new[] { command.Title, command.Description }, typed => known.Find(typed) is { } found && found.Command.Id != Guess));
    }

    /// <summary>A command that is only in one of the two does nothing in Teams, or is never offered.</summary>
    [Fact]
    public async Task The_message_extension_of_the_manifest_is_ours_and_whole()
    {
        await using var app = Serving.Build(["--environment=Development"]);
        _ = app.Services.GetRequiredService<RegisteredSlices>();
        var ours = app.Services.GetRequiredService<ExtensionList>();
        var offered = ManifestTemplate.Fill(new PackageInput { AppId = "6f9619ff-8b86-4011-b42d-00c04fc964ff", Domain = "soebot.example.com" })
            ["composeExtensions"]![0]!["commands"]!.AsArray().ToLookup(command => (string)command!["type"]!, command => (string)command!["id"]!);

        Assert.Equal(ours.Queries.Keys.Order(), offered["query"].Order());
        Assert.Equal(ours.Dialogs.Keys.Order(), offered["action"].Order());
    }

    /// <summary>Takes whatever nothing else understood.</summary>
    private const string Guess = "guess";
}
