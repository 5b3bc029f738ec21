namespace SoeBot.Connectors.Csv;

/// <summary>Where the files of one import lie: a folder, what came by the network and was put on disk, or memory.</summary>
public interface IPlanFiles
{
    /// <summary>Names without folders, as people know them.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>A stream that can seek and that the caller closes; null when there is no such file. Names are compared without case. Several may be open at the same time, on several threads.</summary>
    Stream? Open(string name);

    /// <summary>When the file was written where it comes from; null when nobody said.</summary>
    DateTimeOffset? WrittenAt(string name) => null;
}
