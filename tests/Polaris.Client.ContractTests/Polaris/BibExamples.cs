using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>What the documented examples of bibliographic records send and answer, as typed values.</summary>
internal static class BibExamples
{
    /// <summary>The header-only update that hides a record.</summary>
    public static AddOrUpdateBibRecord Hiding() => new()
    {
        BibRecordId = 1126739,
        DisplayInPac = false,
        DoNotOverlay = false,
        RecordOwnerId = 1,
        RecordStatusId = 1,
    };

    /// <summary>The update of a whole record.</summary>
    public static AddOrUpdateBibRecord WholeRecord() => new()
    {
        BibRecordId = 1126739,
        DisplayInPac = true,
        DoNotOverlay = false,
        RecordOwnerId = 1,
        RecordStatusId = 1,
        Marc = new MarcRecord("|||||cam a22|||||uu 4500")
            .Control("001", "1126739")
            .Control("003", "PolarisTest")
            .Control("005", "20210123172217.0")
            .Control("008", "171108|||||||||||||||||||||||||| |||||||")
            .Field("245", '1', '0', ('a', "Test OTF Title 1000")),
    };

    /// <summary>The update of a record that others look like.</summary>
    public static AddOrUpdateBibRecord Duplicate() => new()
    {
        BibRecordId = 1331401,
        DisplayInPac = true,
        DoNotOverlay = false,
        RecordOwnerId = 1,
        RecordStatusId = 1,
        Marc = new MarcRecord("00000nam a2200000 a 4500")
            .Control("001", "1331401")
            .Control("003", "PolarisTest")
            .Field("100", '1', ' ', ('a', "Trembath, Don,"), ('d', "1963-"))
            .Field("245", '1', '0', ('a', "Frog Face and the three boys")),
    };

    public static WorkflowAnswer Updated(Guid requestGuid = default) => Answers.Completed(
        WorkflowRequestType.AddOrUpdateBibRecord, requestGuid, "The bibliographic record has been updated.");

    public static WorkflowAnswer Asked(Guid requestGuid, WorkflowPrompt prompt) =>
        Answers.Asked(WorkflowRequestType.AddOrUpdateBibRecord, requestGuid, prompt);

    public static WorkflowPrompt DisplayInPac() => Answers.Prompt(new WorkflowPrompt
    {
        WorkflowPromptId = WorkflowPromptId.DisplayInPac,
        WorkflowPromptType = WorkflowPromptType.Plain,
        WorkflowPromptOptions = WorkflowPromptOptions.ContinueCancel,
        DefaultPromptOption = WorkflowPromptResult.Continue,
        Title = "Display in PAC",
        Message = "This record will no longer display in the online catalog. Do you want to continue saving ?",
    });

    public static WorkflowPrompt DuplicatesFound() => Answers.Prompt(new WorkflowPrompt
    {
        WorkflowPromptId = WorkflowPromptId.DuplicateBibRecords,
        WorkflowPromptType = WorkflowPromptType.DuplicateBibRecords,
        WorkflowPromptOptions = WorkflowPromptOptions.YesNoCancel,
        DefaultPromptOption = WorkflowPromptResult.No,
        Title = "Bibliographic Record Duplicate Detection Results",
        AlternateYesText = "Replace",
        AlternateNoText = "Continue",
        PromptExtension = new WorkflowPromptExtension
        {
            WorkflowPromptExtensionType = WorkflowPromptExtensionType.DuplicateBibRecords,
        },
    });

    public static DuplicateBibRecords Duplicates() => new()
    {
        BibRecordId = 1331401,
        Title = "Frog Face and the three boys",
        Author = "Trembath, Don, 1963-",
        PrimaryMarcTomId = 1,
        MarcTomDescription = "Book",
        RecordStatusId = 1,
        RecordStatusDescription = "Final",
        LaunchedFromSavingRecord = true,
        TitleNewRecord = "",
        AuthorNewRecord = "",
        OwnerNewRecord = "",
        OwnerNewRecordId = 1,
        BibReplacementRecords =
        [
            DuplicateOf(1331392, linkedItems: 3, isProtected: true),
            DuplicateOf(1331393, linkedItems: 0, isProtected: false),
        ],
    };

    public static WorkflowPrompt RecordsAreProtected() => Answers.Prompt(new WorkflowPrompt
    {
        WorkflowPromptId = WorkflowPromptId.ReplacementErrors,
        WorkflowPromptType = WorkflowPromptType.ErrorGrid,
        WorkflowPromptOptions = WorkflowPromptOptions.ContinueCancel,
        DefaultPromptOption = WorkflowPromptResult.Continue,
        Title = "Errors Found With Records To Replace",
        Message = "No selected records can be replaced. Do you want to continue?",
        PromptExtension = new WorkflowPromptExtension
        {
            WorkflowPromptExtensionType = WorkflowPromptExtensionType.ErrorGrid,
        },
    });

    public static ReplacementErrors Errors() => new()
    {
        Columns =
        [
            new ReplacementErrorColumn { Name = "Record ID", Key = "RecordID", Type = "Text" },
            new ReplacementErrorColumn { Name = "Reason", Key = "Reason", Type = "Text" },
        ],
        Data =
        [
            new ReplacementError
            {
                RecordId = 1331392,
                Title = "Frog Face and the three boys",
                Reason = "Bibliographic record 1331392 has been protected from overlay and cannot be replaced.",
            },
        ],
        ObjectType = ObjectType.BibliographicRecord,
        ObjectIdPropertyName = "RecordID",
    };

    private static DuplicateBibRecord DuplicateOf(int recordId, int linkedItems, bool isProtected) => new()
    {
        RecordId = recordId,
        RecordStatusId = 1,
        RecordStatusDescription = "Final",
        OwnerId = 1,
        OwnerName = "RD-GIZMO 7.3 Development System",
        Author = "Trembath, Don, 1963-",
        Title = "Frog Face and the three boys",
        FormatId = 1,
        FormatDescription = "Book",
        NumberOfLinkedItems = linkedItems,
        Reason = "LCCN;ISBN;Author/Title;Title/260 $c;Just Title and;Title/LCCN",
        DoNotOverlay = isProtected,
    };
}
