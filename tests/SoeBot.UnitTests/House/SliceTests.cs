using System.Reflection;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.House;

/// <summary>
/// Slices do not call slices: a shared rule goes to the domain, a shared query to the store, and the meeting
/// shows another slice's card through the registry of card sources. Files beside Program.cs put it all together.
/// </summary>
public sealed class SliceTests
{
    /// <summary>Folders that every slice may name. They name no slice themselves.</summary>
    private static readonly string[] Shared =
        ["Cards", "Channel", "Commands", "Extensions", "Occurrences", "Pages", "People", "Planning", "Plants", "Presses", "Time", "Words"];

    /// <summary>Put the program together: name everything, and nobody names them.</summary>
    private static readonly string[] Composition = ["Start", "Demo"];

    private static readonly string[] Folders =
        [.. Directory.GetDirectories(Repository.PathOf("src", "SoeBot")).Select(d => Path.GetFileName(d))];

    [Fact]
    public void No_slice_names_another_in_its_source() =>
        Offences.None(from file in SourceFile.Below("src/SoeBot")
                     let own = FolderOf(file.Path)
                     where own is not null
                     from other in Folders
                     where MayNotName(own, other) && file.Names($"SoeBot.{other}")
                     select $"{file.Path} names SoeBot.{other}");

    [Fact]
    public void No_slice_names_another_when_compiled() =>
        Offences.None(from type in Assembly.Load("SoeBot").GetTypes()
                     let own = SliceOf(type)
                     where own is not null
                     from named in CompiledReferences.Of(type)
                     let other = named.Assembly == type.Assembly ? SliceOf(named) : null
                     where other is not null && MayNotName(own, other)
                     select $"{type.FullName} names {named.FullName}");

    private static bool MayNotName(string own, string other) => own != other && !Composition.Contains(own) && !Shared.Contains(other);

    private static string? FolderOf(string path) => path.Split('/') is [_, _, var folder, _, ..] ? folder : null;

    private static string? SliceOf(Type type) => type.Namespace?.Split('.') is ["SoeBot", var slice, ..] ? slice : null;
}
