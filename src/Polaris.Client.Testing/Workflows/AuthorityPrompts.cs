using System.Globalization;
using System.Text.Json.Nodes;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

/// <summary>Prompts 142, 143 and 145, member for member as documented.</summary>
internal static class AuthorityPrompts
{
    public static WorkflowPrompt MarcValidation()
    {
        WorkflowPrompt prompt = PromptBuilder
            .Make(
                WorkflowPromptId.MarcValidation,
                WorkflowPromptType.MarcValidation,
                WorkflowPromptOptions.Ok,
                WorkflowPromptResult.Ok)
            .Saying("MARC Validation Results", "Leader is not the correct length of 24");
        prompt.AlternateMessage = "The authority record cannot be saved with the following errors.";
        return prompt;
    }

    public static WorkflowPrompt Duplicates(int authorityRecordId, IEnumerable<FakeAuthority> duplicates) =>
        PromptBuilder
        .Make(
            WorkflowPromptId.DuplicateAuthorityRecords,
            WorkflowPromptType.DuplicateAuthorityRecords,
            WorkflowPromptOptions.YesNoCancel,
            WorkflowPromptResult.No)
        .Saying("Check For Duplicates Results", "This record appears to be a duplicate of existing records:")
        .Duplicates()
        .With(WorkflowPromptExtensionType.DuplicateAuthorityRecords, new JsonObject
        {
            ["AuthorityRecordID"] = authorityRecordId,
            ["LaunchedFromSavingRecord"] = true,
            ["DuplicateErrors"] = new JsonArray([.. duplicates.Select(Row)]),
        });

    public static WorkflowPrompt LinkedRecords(FakeAuthority stored) => PromptBuilder
        .Make(
            WorkflowPromptId.ManageLinkedRecords,
            WorkflowPromptType.LinkedRecords,
            WorkflowPromptOptions.ContinueCancel,
            WorkflowPromptResult.None)
        .Saying(
            "Manage Linked Records",
            "The heading data or usage has changed for this authority record and links need to be reprocessed.")
        .With(WorkflowPromptExtensionType.LinkedRecords, new JsonObject
        {
            ["BibHeading"] = $"{stored.LinkedBibs} Bibliographic heading(s) will be affected by this change.",
            ["SeeAlsoHeading"] = $"{stored.LinkedSeeAlso} See also reference(s) will be affected by this change.",
            ["BibModifyHeadingsEnabled"] = true,
            ["BibDeleteHeadingsEnabled"] = true,
            ["BibUnlinkHeadingsEnabled"] = true,
            ["SeeAlsoModifyHeadingsEnabled"] = true,
            ["SeeAlsoDeleteHeadingsEnabled"] = true,
            ["SeeAlsoUnlinkHeadingsEnabled"] = true,
            ["BibUnlinkReasons"] = Reasons("No headings have to be unlinked"),
            ["SeeAlsoUnlinkReasons"] = Reasons("No references have to be unlinked."),
        });

    private static JsonNode Row(FakeAuthority authority) => new JsonObject
    {
        ["ErrorText"] = authority.Id.ToString(CultureInfo.InvariantCulture),
        ["ErrorType"] = 10,
        ["ObjectType"] = 0,
        ["ObjectID"] = 0,
        ["RecordID"] = authority.Id,
        ["OwnerID"] = 0,
        ["OwnerName"] = "",
        ["Reason"] = "Heading/Thesaurus",
        ["Author"] = "",
        ["Title"] = "",
        ["FormatID"] = 0,
        ["FormatDescription"] = "",
        ["RecordStatusID"] = null,
        ["LinkedRecordCount"] = 0,
        ["DoNotOverlay"] = false,
    };

    private static JsonArray Reasons(string reason) => new(new JsonObject { ["Reason"] = reason, ["Count"] = "-" });
}
