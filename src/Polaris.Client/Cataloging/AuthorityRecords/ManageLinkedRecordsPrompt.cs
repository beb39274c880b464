using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>The heading has changed: what should happen to the records that use it?</summary>
/// <param name="context">The prompt as received.</param>
/// <param name="details">The data of the prompt.</param>
/// <remarks>Prompt 145, extension 48. Its buttons read Continue and Cancel.</remarks>
public sealed class ManageLinkedRecordsPrompt(PromptContext context, LinkedRecords details) : Prompt(context)
{
    /// <summary>Maps prompt ID 145 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.ManageLinkedRecords,
        AuthorityRecordsJson.Default.LinkedRecords,
        (context, details) => new ManageLinkedRecordsPrompt(context, details));

    /// <summary>How many headings are affected, and which options are allowed.</summary>
    public LinkedRecords Details { get; } = details;

    /// <summary>Continues, with an option for the headings of other records.</summary>
    /// <param name="bibOption">The option for headings in bibliographic records.</param>
    /// <param name="seeAlsoOption">The option for see-also references.</param>
    /// <exception cref="IllegalReplyException">The prompt does not offer this reply. Nothing was sent.</exception>
    /// <remarks>
    /// <b>The vendor does not document these values.</b> The three that exist modify, delete or unlink headings; the
    /// only sample shows 0 and 0. A wrong value deletes headings: determine it on a test server before you use it.
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

    /// <inheritdoc/>
    protected override void Describe(PromptView view)
    {
        _ = view ?? throw new ArgumentNullException(nameof(view));
        var reasons = Details.BibUnlinkReasons.Concat(Details.SeeAlsoUnlinkReasons).Select(reason => $"{reason.Reason}: {reason.Count}");
        view.Notes = [.. view.Notes, .. new[] { Details.BibHeading, Details.SeeAlsoHeading }.OfType<string>().Concat(reasons)];
    }

    /// <inheritdoc/>
    protected override PromptReply CreateReply(PromptAnswer answer) => answer switch
    {
        null => throw new ArgumentNullException(nameof(answer)),
        { Result: not WorkflowPromptResult.Continue } => base.CreateReply(answer),
        { BibOption: { } bibOption, SeeAlsoOption: { } seeAlsoOption } => Continue(bibOption, seeAlsoOption),
        _ => throw new IllegalReplyException(this, "Continue needs both options, for bibliographic records and for see-also references."),
    };
}

/// <summary>The data of prompt 145: what the change of a heading affects, and which options are allowed.</summary>
public sealed class LinkedRecords
{
    /// <summary>A sentence with the number of affected headings in bibliographic records.</summary>
    public string? BibHeading { get; set; }

    /// <summary>A sentence with the number of affected see-also references.</summary>
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

/// <summary>A reason why headings have to be unlinked, and their number.</summary>
public sealed class UnlinkReason
{
    /// <summary>The reason, as worded by the server.</summary>
    public string? Reason { get; set; }

    /// <summary>The number of headings, as text; <c>-</c> for none.</summary>
    public string? Count { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>The data of a reply to prompt 145. The meaning of the values is not documented.</summary>
internal sealed class LinkedRecordsOptions
{
    public int BibOption { get; set; }

    public int SeeAlsoOption { get; set; }
}
