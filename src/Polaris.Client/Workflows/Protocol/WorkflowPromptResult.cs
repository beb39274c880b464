using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>The answer to a prompt.</summary>
/// <remarks>Never send a prompt's default by itself: some defaults delete or save beside duplicates. Open: the server
/// may send a number that has no name here; it is kept as it is.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowPromptResult>))]
public enum WorkflowPromptResult
{
    /// <summary>No result; occurs as the default of a prompt only. Inferred.</summary>
    None = 0,

    /// <summary>OK. Seen in public clients.</summary>
    Ok = 1,

    /// <summary>Yes; on the prompts for duplicates this button reads Replace.</summary>
    Yes = 2,

    /// <summary>No; on the prompts for duplicates this button reads Continue.</summary>
    No = 3,

    /// <summary>Cancel: the workflow ends and nothing is done.</summary>
    Cancel = 4,

    /// <summary>Continue.</summary>
    Continue = 5,

    /// <summary>Pay. Seen in public clients.</summary>
    Pay = 6,

    /// <summary>Waive. Seen in public clients.</summary>
    Waive = 7,

    /// <summary>Charge. Seen in public clients.</summary>
    Charge = 8,

    /// <summary>Delete the record of the last copy. The meaning is inferred: send it only when a person chose
    /// it.</summary>
    Delete = 9,

    /// <summary>Hide the record of the last copy. The meaning is inferred: send it only when a person chose
    /// it.</summary>
    Suppress = 10,

    /// <summary>Keep the record of the last copy. Seen in public clients.</summary>
    Retain = 11,
}
