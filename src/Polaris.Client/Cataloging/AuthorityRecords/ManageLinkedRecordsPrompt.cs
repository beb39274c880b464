using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>The heading has changed: what shall become of the records that use it?</summary>
/// <param name="context">The prompt as it came.</param>
/// <param name="details">Its data.</param>
/// <remarks>Prompt 145, extension 48. Its buttons read Continue and Cancel.</remarks>
public sealed class ManageLinkedRecordsPrompt(PromptContext context, LinkedRecords details) : Prompt(context)
{
    /// <summary>Ties the number 145 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(
        WorkflowPromptId.ManageLinkedRecords,
        WorkflowPromptExtensionType.LinkedRecords,
        AuthorityRecordsJson.Default.LinkedRecords,
        (context, details) => new ManageLinkedRecordsPrompt(context, details));

    /// <summary>How many headings are affected, and what may be done with them.</summary>
    public LinkedRecords Details { get; } = details;

    /// <summary>Goes on, treating the headings of other records in a certain way.</summary>
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
