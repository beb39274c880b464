using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What the data of a prompt is.</summary>
/// <remarks>Open: the server may send a number that has no name here; it is kept as it is.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowPromptExtensionType>))]
public enum WorkflowPromptExtensionType
{
    /// <summary>The kinds of block a patron has.</summary>
    PatronBlocks = 8,

    /// <summary>The buttons of the last copy choice and the records concerned. Seen in public clients.</summary>
    LastCopyOptions = 25,

    /// <summary>The bibliographic record and its duplicates.</summary>
    DuplicateBibRecords = 30,

    /// <summary>The parts of a serial to choose from. Seen in public clients.</summary>
    SerialHolds = 33,

    /// <summary>A table of records and reasons.</summary>
    ErrorGrid = 44,

    /// <summary>The authority record and its duplicates.</summary>
    DuplicateAuthorityRecords = 47,

    /// <summary>The headings and references a change affects.</summary>
    LinkedRecords = 48,
}
