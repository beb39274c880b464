using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>What the documented examples of authority records send and answer, as typed values.</summary>
internal static class AuthorityExamples
{
    /// <summary>The new record; the sample leaves gaps between the places of its fields.</summary>
    public static AddOrUpdateAuthorityRecord Adding() => new()
    {
        AuthorityRecordId = 0,
        IsNewRecord = true,
        RecordStatusId = 1,
        Marc = NewHeading(),
    };

    /// <summary>The same record with another heading.</summary>
    public static AddOrUpdateAuthorityRecord ChangingTheHeading() => new()
    {
        AuthorityRecordId = 925313,
        RecordStatusId = 1,
        Marc = NewHeading()
            .ReplaceControl("008", "890306n|eabannaa|n n ann |d")
            .ReplaceField("150", ' ', ' ', ('a', "Polaris Test Subject Heading E - Modified")),
    };

    /// <summary>The update that makes a provisional record final.</summary>
    public static AddOrUpdateAuthorityRecord WithoutMarc() => new() { AuthorityRecordId = 925313, RecordStatusId = 1 };

    public static WorkflowAnswer Updated(Guid requestGuid = default) => Answers.Completed(
        WorkflowRequestType.AddOrUpdateAuthorityRecord, requestGuid, "The authority record has been updated.");

    public static WorkflowAnswer Added(Guid requestGuid = default)
    {
        WorkflowAnswer added = Answers.Completed(
            WorkflowRequestType.AddOrUpdateAuthorityRecord, requestGuid, "The authority record has been added.");
        added.AnswerExtension = new WorkflowAnswerExtension
        {
            WorkflowAnswerExtensionType = WorkflowAnswerExtensionType.AuthorityRecordId,
        };
        return added;
    }

    public static WorkflowAnswer Asked(Guid requestGuid, WorkflowPrompt prompt) =>
        Answers.Asked(WorkflowRequestType.AddOrUpdateAuthorityRecord, requestGuid, prompt);

    public static WorkflowPrompt MarcIsWrong() => Answers.Prompt(new WorkflowPrompt
    {
        WorkflowPromptId = WorkflowPromptId.MarcValidation,
        WorkflowPromptType = WorkflowPromptType.MarcValidation,
        WorkflowPromptOptions = WorkflowPromptOptions.Ok,
        DefaultPromptOption = WorkflowPromptResult.Ok,
        Title = "MARC Validation Results",
        Message = "Leader is not the correct length of 24",
        AlternateMessage = "The authority record cannot be saved with the following errors.",
    });

    public static WorkflowPrompt DuplicatesFound() => Answers.Prompt(new WorkflowPrompt
    {
        WorkflowPromptId = WorkflowPromptId.DuplicateAuthorityRecords,
        WorkflowPromptType = WorkflowPromptType.DuplicateAuthorityRecords,
        WorkflowPromptOptions = WorkflowPromptOptions.YesNoCancel,
        DefaultPromptOption = WorkflowPromptResult.No,
        Title = "Check For Duplicates Results",
        Message = "This record appears to be a duplicate of existing records:",
        AlternateYesText = "Replace",
        AlternateNoText = "Continue",
        PromptExtension = new WorkflowPromptExtension
        {
            WorkflowPromptExtensionType = WorkflowPromptExtensionType.DuplicateAuthorityRecords,
        },
    });

    public static DuplicateAuthorityRecords Duplicates() => new()
    {
        AuthorityRecordId = 925310,
        LaunchedFromSavingRecord = true,
        DuplicateErrors =
        [
            new DuplicateAuthorityRecord
            {
                ErrorText = "925311",
                ErrorType = 10,
                RecordId = 925311,
                OwnerName = "",
                Reason = "Heading/Thesaurus",
                Author = "",
                Title = "",
                FormatDescription = "",
            },
        ],
    };

    public static WorkflowPrompt LinksAreAffected() => Answers.Prompt(new WorkflowPrompt
    {
        WorkflowPromptId = WorkflowPromptId.ManageLinkedRecords,
        WorkflowPromptType = WorkflowPromptType.LinkedRecords,
        WorkflowPromptOptions = WorkflowPromptOptions.ContinueCancel,
        DefaultPromptOption = WorkflowPromptResult.None,
        Title = "Manage Linked Records",
        Message = "The heading data or usage has changed for this authority record and links need to be reprocessed.",
        PromptExtension = new WorkflowPromptExtension
        {
            WorkflowPromptExtensionType = WorkflowPromptExtensionType.LinkedRecords,
        },
    });

    public static LinkedRecords Links() => new()
    {
        BibHeading = "4 Bibliographic heading(s) will be affected by this change.",
        SeeAlsoHeading = "1 See also reference(s) will be affected by this change.",
        BibModifyHeadingsEnabled = true,
        BibDeleteHeadingsEnabled = true,
        BibUnlinkHeadingsEnabled = true,
        SeeAlsoModifyHeadingsEnabled = true,
        SeeAlsoDeleteHeadingsEnabled = true,
        SeeAlsoUnlinkHeadingsEnabled = true,
        BibUnlinkReasons = [new UnlinkReason { Reason = "No headings have to be unlinked", Count = "-" }],
        SeeAlsoUnlinkReasons = [new UnlinkReason { Reason = "No references have to be unlinked.", Count = "-" }],
    };

    private static MarcRecord NewHeading()
    {
        var record = new MarcRecord(" nz 22 o 4500");
        record.Fields.Add(new MarcField("003", "PolarisTest 01") { Position = 2 });
        record.Fields.Add(new MarcField("008", "890306n| azannaabn |b aaa ") { Position = 4 });
        return record
            .Field("040", ' ', ' ', ('a', "AMS"), ('c', "AMS"))
            .Field("150", ' ', ' ', ('a', "Polaris Test Subject Heading"))
            .Field("667", ' ', ' ', ('a', "Polaris system generated authority record"));
    }
}
