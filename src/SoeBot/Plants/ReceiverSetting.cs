using SoeBot.Domain.Changes;

namespace SoeBot.Plants;

public enum ReceiverKind
{
    /// <summary>A signed post to an address.</summary>
    Webhook,

    /// <summary>A file in a folder that both can reach.</summary>
    File,
}

/// <summary>One system that is told of changes. Section <c>Plants:{id}:HandOver:Receivers:{name}</c>.</summary>
public sealed class ReceiverSetting
{
    public ReceiverKind Kind { get; set; }

    /// <summary>Webhook: https; http only on this machine and in the environment Development.</summary>
    public string? Address { get; set; }

    /// <summary>Webhook: signs each message, "whsec_" and base64 of 24 to 64 bytes of chance.</summary>
    public string? Secret { get; set; }

    /// <summary>Webhook: signs too while the receiver learns a new <see cref="Secret"/>.</summary>
    public string? FormerSecret { get; set; }

    /// <summary>File: full path.</summary>
    public string? Folder { get; set; }

    /// <summary>Which kinds of changes it is told of; empty for all.</summary>
    public List<ChangeKind> Changes { get; set; } = [];

    /// <summary>It is told the penalties of doing and of not doing it too.</summary>
    public bool Money { get; set; }
}
