namespace SoeBot.Domain.Metrics;

/// <summary>What "schedule attainment" means (R57). A plant chooses one; the number is never shown without its words.</summary>
public enum AttainmentDefinition
{
    /// <summary>Ours: good pieces of the frozen lines by the end of the week, each line capped at its plan, of the pieces planned.</summary>
    Capped,

    /// <summary>1: all good pieces made in the week of the pieces planned; may exceed 1.</summary>
    Volume,

    /// <summary>2: good pieces of frozen lines finished by their due day, of the pieces planned.</summary>
    OnTime,

    /// <summary>3: good pieces made in the week, per item at most what was planned of it, of the pieces planned.</summary>
    Mix,
}
