namespace SoeBot.Import.Watch;

/// <summary>Since when a folder looks the same, by the clock of this machine: time stamps of files are copied with them and say nothing of now.</summary>
internal sealed class Stillness(TimeProvider time)
{
    private IReadOnlyList<ArrivedFile> _seen = [];
    private long _since;

    /// <summary>True when the files have been the same for so long.</summary>
    public bool IsStill(IReadOnlyList<ArrivedFile> files, TimeSpan stillFor)
    {
        if (!files.SequenceEqual(_seen)) (_seen, _since) = (files, time.GetTimestamp());
        return files.Count > 0 && time.GetElapsedTime(_since) >= stillFor;
    }
}
