using System.Text.Json.Nodes;
using Polaris.Client.Marc;
using Polaris.Client.Testing.Records;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

/// <summary>Prompts 66, 87 and 148, member for member as documented.</summary>
internal static class BibPrompts
{
    private const int Final = 1;

    public static WorkflowPrompt DisplayInPac() => PromptBuilder
        .Make(
            WorkflowPromptId.DisplayInPac,
            WorkflowPromptType.Plain,
            WorkflowPromptOptions.ContinueCancel,
            WorkflowPromptResult.Continue)
        .Saying(
            "Display in PAC",
            "This record will no longer display in the online catalog. Do you want to continue saving ?");

    public static WorkflowPrompt Duplicates(
        int bibRecordId,
        MarcRecord marc,
        FakeBib? stored,
        IEnumerable<(FakeBib Bib, string Reason)> duplicates) => PromptBuilder
        .Make(
            WorkflowPromptId.DuplicateBibRecords,
            WorkflowPromptType.DuplicateBibRecords,
            WorkflowPromptOptions.YesNoCancel,
            WorkflowPromptResult.No)
        .Saying("Bibliographic Record Duplicate Detection Results", "")
        .Duplicates()
        .With(WorkflowPromptExtensionType.DuplicateBibRecords, new JsonObject
        {
            ["BibRecordID"] = bibRecordId,
            ["Title"] = BibText.Title(marc),
            ["Author"] = BibText.Author(marc),
            ["PrimaryMARCTOMID"] = 1,
            ["MARCTOMDescription"] = "Book",
            ["NumberOfLinkedItems"] = stored?.LinkedItems ?? 0,
            ["RecordStatusID"] = Final,
            ["RecordStatusDescription"] = "Final",
            ["LaunchedFromSavingRecord"] = true,
            ["DeletedRecord"] = false,
            ["TitleNewRecord"] = "",
            ["AuthorNewRecord"] = "",
            ["OwnerNewRecord"] = "",
            ["OwnerNewRecordID"] = 1,
            ["BibReplacementRecords"] = new JsonArray([.. duplicates.Select(Row)]),
            ["CheckBibModifyPermission"] = false,
            ["MaintainControlNumberEnabled"] = stored is null,
        });

    public static WorkflowPrompt ReplacementErrors(IEnumerable<FakeBib> protectedBibs) => PromptBuilder
        .Make(
            WorkflowPromptId.ReplacementErrors,
            WorkflowPromptType.ErrorGrid,
            WorkflowPromptOptions.ContinueCancel,
            WorkflowPromptResult.Continue)
        .Saying("Errors Found With Records To Replace", "No selected records can be replaced. Do you want to continue?")
        .With(WorkflowPromptExtensionType.ErrorGrid, new JsonObject
        {
            ["ShowCheckbox"] = false,
            ["CheckboxText"] = null,
            ["IsChecked"] = false,
            ["Columns"] = new JsonArray(Column("Record ID", "RecordID"), Column("Reason", "Reason")),
            ["Data"] = new JsonArray([.. protectedBibs.Select(ErrorRow)]),
            ["ObjectType"] = 2,
            ["ObjectIDPropertyName"] = "RecordID",
        });

    private static JsonNode Row((FakeBib Bib, string Reason) duplicate) => new JsonObject
    {
        ["RecordID"] = duplicate.Bib.Id,
        ["RecordStatusID"] = duplicate.Bib.RecordStatusId,
        ["RecordStatusDescription"] = "Final",
        ["OwnerID"] = duplicate.Bib.RecordOwnerId,
        ["OwnerName"] = $"Organization {duplicate.Bib.RecordOwnerId}",
        ["Author"] = BibText.Author(duplicate.Bib.Marc),
        ["Title"] = BibText.Title(duplicate.Bib.Marc),
        ["FormatID"] = 1,
        ["FormatDescription"] = "Book",
        ["NumberOfLinkedItems"] = duplicate.Bib.LinkedItems,
        ["Reason"] = duplicate.Reason,
        ["DoNotOverlay"] = duplicate.Bib.DoNotOverlay,
    };

    private static JsonObject Column(string name, string key) =>
        new JsonObject { ["Name"] = name, ["Key"] = key, ["Type"] = "Text" };

    private static JsonNode ErrorRow(FakeBib bib) => new JsonObject
    {
        ["RecordID"] = bib.Id,
        ["Title"] = BibText.Title(bib.Marc),
        ["Reason"] = $"Bibliographic record {bib.Id} has been protected from overlay and cannot be replaced.",
    };
}
