using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>The heading has changed: what shall become of the records that use it?</summary>
/// <param name="context">The prompt as received.</param>
/// <param name="details">Its data.</param>
/// <remarks>Prompt 145, extension 48. Its buttons read Continue and Cancel.</remarks>
public sealed class ManageLinkedRecordsPrompt(PromptContext context, LinkedRecords details) : Prompt(context)
{
    /// <summary>Ties the number 145 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.ManageLinkedRecords,
        AuthorityRecordsJson.Default.LinkedRecords,
        (context, details) => new ManageLinkedRecordsPrompt(context, details));

    /// <summary>How many headings are affected, and what may be done with them.</summary>
    public LinkedRecords Details { get; } = details;

    /// <summary>Continues, treating the headings of other records in a certain way.</summary>
    /// <param name="bibOption">What becomes of the headings in bibliographic records.</param>
    /// <param name="seeAlsoOption">What becomes of the see-also references.</param>
    /// <exception cref="IllegalReplyException">The prompt does not offer it. Nothing was sent.</exception>
    /// <remarks>
    /// <b>The vendor does not publish the meaning of these numbers.</b> The three that exist modify, delete or unlink headings; the
    /// only sample shows 0 and 0. A wrong number deletes headings: learn it on a test server, then send it.
    /// </remarks>
    public PromptReply Continue(int bibOption, int seeAlsoOption) => Reply(
        WorkflowPromptResult.Continue,
        extension: new WorkflowReplyExtension
        {
            WorkflowReplyExtensionType = WorkflowReplyExtensionType.ManageLinkedRecords,
            Data = WorkflowData.From(
                new LinkedRecordsOptions { BibOption = bibOption, SeeAlsoOption = seeAlsoOption },
                AuthorityRecordsJson.Default.LinkedRecordsOptions),
        });
}

/// <summary>The data of prompt 145: what the change of a heading affects, and what may be done.</summary>
public sealed class LinkedRecords
{
    /// <summary>In words, how many headings of bibliographic records are affected.</summary>
    public string? BibHeading { get; set; }

    /// <summary>In words, how many see-also references are affected.</summary>
    public string? SeeAlsoHeading { get; set; }

    /// <summary>Whether the headings of bibliographic records may be modified.</summary>
    public bool BibModifyHeadingsEnabled { get; set; }

    /// <summary>Whether they may be deleted.</summary>
    public bool BibDeleteHeadingsEnabled { get; set; }

    /// <summary>Whether they may be unlinked.</summary>
    public bool BibUnlinkHeadingsEnabled { get; set; }

    /// <summary>Whether the see-also references may be modified.</summary>
    public bool SeeAlsoModifyHeadingsEnabled { get; set; }

    /// <summary>Whether they may be deleted.</summary>
    public bool SeeAlsoDeleteHeadingsEnabled { get; set; }

    /// <summary>Whether they may be unlinked.</summary>
    public bool SeeAlsoUnlinkHeadingsEnabled { get; set; }

    /// <summary>Why headings of bibliographic records have to be unlinked.</summary>
    public IReadOnlyList<UnlinkReason> BibUnlinkReasons { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>Why see-also references have to be unlinked.</summary>
    public IReadOnlyList<UnlinkReason> SeeAlsoUnlinkReasons { get; set => field = TolerantJson.Present(value); } = [];

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>Why headings have to be unlinked, and how many.</summary>
public sealed class UnlinkReason
{
    /// <summary>The reason, in the server's words.</summary>
    public string? Reason { get; set; }

    /// <summary>How many, as text; <c>-</c> for none.</summary>
    public string? Count { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The data of a reply to prompt 145. What the numbers mean is not documented.</summary>
internal sealed class LinkedRecordsOptions
{
    public int BibOption { get; set; }

    public int SeeAlsoOption { get; set; }
}
