using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The prompts of Polaris, for the scripts of tests.</summary>
/// <remarks>
/// Type, options, default and data are as documented. For prompts 8, 30, 55, 62, 68, 72, 75, 77 and 88 only the ID and the meaning are
/// known; their buttons and messages are the fake's own, and include the reply of a client in production. The data of prompt 107 is not known.
/// </remarks>
public static class FakePrompts
{
    private const int Yes = OfferedResults.Yes;
    private const int No = OfferedResults.No;
    private const int Cancel = OfferedResults.Cancel;
    private const int Continue = OfferedResults.Continue;

    /// <summary>Prompt 1: the patron is blocked.</summary>
    /// <param name="blocks">The blocks of the patron, by the server's name, such as <c>HeldItemBlock</c>.</param>
    public static FakePrompt PatronBlocked(params string[] blocks) => new(1, OfferedResults.ContinueCancel)
    {
        PromptType = 3,
        Title = "Patron is Blocked",
        Message = "Do you want to continue with this operation?",
        ExtensionType = 8,
        Data = Blocks(blocks ?? []),
    };

    /// <summary>Prompt 8: the status of the item is unusual for a check-in; Yes checks it in anyway.</summary>
    public static FakePrompt UpdateItemRecord() => new(8, OfferedResults.YesNo)
    {
        DefaultOption = Yes,
        Title = "Check In",
        Message = "The status of this item does not fit a check-in. Do you want to update the item record?",
    };

    /// <summary>Prompt 30: the item fills a request; Yes transfers it to that request.</summary>
    public static FakePrompt FillsAnotherRequest() => new(30, OfferedResults.YesNo)
    {
        DefaultOption = Yes,
        Title = "Hold Request",
        Message = "This item fills another request. Do you want to transfer it?",
    };

    /// <summary>Prompt 55: a brief item is entered for a received interlibrary loan.</summary>
    public static FakePrompt BriefItemEntry() => new(55, OfferedResults.ContinueCancel)
    {
        DefaultOption = Continue,
        Title = "Brief Item Entry",
        Message = "Enter a brief item record. Do you want to continue?",
    };

    /// <summary>Prompt 62: the barcode of an item was changed.</summary>
    public static FakePrompt BarcodeChanged() => new(62, OfferedResults.ContinueCancel)
    {
        DefaultOption = Continue,
        Title = "Item Barcode",
        Message = "The barcode of this item has been changed. Do you want to continue saving?",
    };

    /// <summary>Prompt 66 for a bibliographic record: it is being hidden from the public catalog.</summary>
    public static FakePrompt DisplayInPac() => new(66, OfferedResults.ContinueCancel)
    {
        DefaultOption = Continue,
        Title = "Display in PAC",
        Message = "This record will no longer display in the online catalog. Do you want to continue saving ?",
    };

    /// <summary>Prompt 66 for an item record: it is being hidden from the public catalog.</summary>
    public static FakePrompt ItemDisplayInPac() => new(66, OfferedResults.ContinueCancel)
    {
        DefaultOption = Cancel,
        Title = "Display in PAC",
        Message = "This item will not display in PAC. Do you want to continue saving?",
    };

    /// <summary>Prompt 68: the patron has more requests than allowed.</summary>
    public static FakePrompt RequestLimitExceeded() => new(68, OfferedResults.ContinueCancel)
    {
        DefaultOption = Cancel,
        Title = "Hold Request",
        Message = "The total request limit has been exceeded. Do you want to continue?",
    };

    /// <summary>Prompt 72: another item has this barcode. The fake offers OK only; the item is not saved.</summary>
    public static FakePrompt DuplicateBarcode() => new(72, OfferedResults.OkOnly)
    {
        DefaultOption = OfferedResults.Ok,
        Title = "Duplicate Barcode",
        Message = "Another item record has this barcode.",
    };

    /// <summary>Prompt 73: confirms the deletion of items.</summary>
    public static FakePrompt ConfirmItemDelete() => new(73, OfferedResults.ContinueCancel)
    {
        DefaultOption = Continue,
        Title = "Delete",
        Message = "The item record will be marked for deletion. Do you want to continue?",
    };

    /// <summary>Prompt 75: deleting the items breaks links.</summary>
    public static FakePrompt LinksWillBeBroken() => new(75, OfferedResults.ContinueCancel)
    {
        DefaultOption = Continue,
        Title = "Delete",
        Message = "Links will be broken by deleting. Do you want to continue?",
    };

    /// <summary>Prompt 77: the patron already has a hold on this title.</summary>
    public static FakePrompt DuplicateHoldRequests() => new(77, OfferedResults.ContinueCancel)
    {
        DefaultOption = Cancel,
        Title = "Hold Request",
        Message = "Duplicate hold requests exist. Do you want to continue?",
    };

    /// <summary>Prompt 79: confirms the deletion of bibliographic records.</summary>
    public static FakePrompt ConfirmBibDelete() => new(79, OfferedResults.ContinueCancel)
    {
        DefaultOption = Continue,
        Title = "Delete",
        Message = "The bibliographic record will be marked for deletion. Do you want to continue?",
    };

    /// <summary>Prompt 82: the last copy of a title is being deleted. The default deletes the title.</summary>
    /// <param name="bibRecordIds">The bibliographic records that would have no items left.</param>
    public static FakePrompt LastCopy(params int[] bibRecordIds) => new(82, OfferedResults.LastCopy)
    {
        PromptType = 22,
        DefaultOption = OfferedResults.Delete,
        Title = "Last Copy Options",
        ExtensionType = 25,
        Data = new JsonObject
        {
            ["DeleteButtonEnabled"] = true,
            ["SuppressButtonEnabled"] = true,
            ["RetainButtonEnabled"] = true,
            ["OpenButtonEnabled"] = true,
            ["PrintButtonEnabled"] = true,
            ["WidowedRecords"] = Json.Array((bibRecordIds ?? []).Select(id => (JsonNode)new JsonObject
            {
                ["ObjectTypeID"] = 2,
                ["RecordID"] = id,
                ["Description"] = $"Bibliographic record {id}",
            })),
        },
    };

    /// <summary>Prompt 88: another hold of the patron is for an item of this title. Continue turns that one into a hold on the title.</summary>
    public static FakePrompt PromoteToBibLevel() => new(88, OfferedResults.ContinueCancel)
    {
        DefaultOption = Cancel,
        Title = "Hold Request",
        Message = "Do you want to promote the item level hold to a bibliographic level hold?",
    };

    /// <summary>Prompt 94: the title is a serial or has volumes.</summary>
    /// <param name="designationsOrVolumes">The parts to choose from.</param>
    public static FakePrompt SerialHolds(params string[] designationsOrVolumes) =>
        SerialHolds(designationsOrVolumes ?? [], (designationsOrVolumes ?? []).Length, isDesignation: true);

    /// <summary>Prompt 107: an item is created for a serial issue or a standing order part. The default is Cancel.</summary>
    public static FakePrompt CreateItemForIssue() => new(107, OfferedResults.ContinueCancel)
    {
        PromptType = 38,
        DefaultOption = Cancel,
        Title = "Create Item for Issue/Part",
    };

    /// <summary>Prompt 143: an authority record cannot be saved.</summary>
    public static FakePrompt MarcValidation() => new(143, OfferedResults.OkOnly)
    {
        PromptType = 53,
        DefaultOption = OfferedResults.Ok,
        Title = "MARC Validation Results",
        Message = "Leader is not the correct length of 24",
        AlternateMessage = "The authority record cannot be saved with the following errors.",
    };

    /// <summary>Prompt 87: the bibliographic record appears to be a duplicate.</summary>
    /// <param name="bibRecordId">The record that is being saved.</param>
    /// <param name="duplicateIds">The other records.</param>
    public static FakePrompt DuplicateBibs(int bibRecordId, params int[] duplicateIds) => DuplicateBibs(
        bibRecordId, marc: null, stored: null, (duplicateIds ?? []).Select(id => (new FakeBib { Id = id }, "ISBN")));

    /// <summary>Prompt 142: the authority record appears to be a duplicate.</summary>
    /// <param name="authorityRecordId">The record that is being saved.</param>
    /// <param name="duplicateIds">The other records.</param>
    public static FakePrompt DuplicateAuthorities(int authorityRecordId, params int[] duplicateIds) => new(142, OfferedResults.YesNoCancel)
    {
        PromptType = 52,
        DefaultOption = No,
        Title = "Check For Duplicates Results",
        Message = "This record appears to be a duplicate of existing records:",
        YesText = "Replace",
        NoText = "Continue",
        ExtensionType = 47,
        Data = new JsonObject
        {
            ["AuthorityRecordID"] = authorityRecordId,
            ["LaunchedFromSavingRecord"] = true,
            ["DuplicateErrors"] = Json.Array((duplicateIds ?? []).Select(AuthorityRow)),
        },
    };

    /// <summary>Prompt 145: the heading of an authority record that has links is being changed.</summary>
    /// <param name="bibHeadings">The number of linked bibliographic headings.</param>
    /// <param name="seeAlsoReferences">The number of linked see also references.</param>
    public static FakePrompt ManageLinkedRecords(int bibHeadings, int seeAlsoReferences) => new(145, OfferedResults.ContinueCancel)
    {
        PromptType = 54,
        Title = "Manage Linked Records",
        Message = "The heading data or usage has changed for this authority record and links need to be reprocessed.",
        ExtensionType = 48,
        Data = new JsonObject
        {
            ["BibHeading"] = $"{bibHeadings} Bibliographic heading(s) will be affected by this change.",
            ["SeeAlsoHeading"] = $"{seeAlsoReferences} See also reference(s) will be affected by this change.",
            ["BibModifyHeadingsEnabled"] = true,
            ["BibDeleteHeadingsEnabled"] = true,
            ["BibUnlinkHeadingsEnabled"] = true,
            ["SeeAlsoModifyHeadingsEnabled"] = true,
            ["SeeAlsoDeleteHeadingsEnabled"] = true,
            ["SeeAlsoUnlinkHeadingsEnabled"] = true,
            ["BibUnlinkReasons"] = UnlinkReasons("No headings have to be unlinked"),
            ["SeeAlsoUnlinkReasons"] = UnlinkReasons("No references have to be unlinked."),
        },
    };

    /// <summary>Prompt 94 for parts that are designations or volumes.</summary>
    internal static FakePrompt SerialHolds(IEnumerable<string> parts, int itemCount, bool isDesignation) => new(94, OfferedResults.ContinueCancel)
    {
        PromptType = 33,
        DefaultOption = Cancel,
        Title = "Serial Holds",
        ExtensionType = 33,
        Data = new JsonObject
        {
            ["ItemRecordCount"] = itemCount,
            ["DesignationsOrVolumes"] = Json.Array(parts.Select(part => (JsonNode)JsonValue.Create(part))),
            ["IsDesignation"] = isDesignation,
        },
    };

    internal static FakePrompt DuplicateBibs(
        int bibRecordId, JsonObject? marc, FakeBib? stored, IEnumerable<(FakeBib Bib, string Reason)> duplicates) =>
        new(87, OfferedResults.YesNoCancel)
        {
            PromptType = 26,
            DefaultOption = No,
            Title = "Bibliographic Record Duplicate Detection Results",
            YesText = "Replace",
            NoText = "Continue",
            ExtensionType = 30,
            Data = new JsonObject
            {
                ["BibRecordID"] = bibRecordId,
                ["Title"] = Marc.Title(marc),
                ["Author"] = Marc.Author(marc),
                ["PrimaryMARCTOMID"] = 1,
                ["MARCTOMDescription"] = "Book",
                ["NumberOfLinkedItems"] = stored?.LinkedItems ?? 0,
                ["RecordStatusID"] = 1,
                ["RecordStatusDescription"] = "Final",
                ["LaunchedFromSavingRecord"] = true,
                ["DeletedRecord"] = false,
                ["TitleNewRecord"] = "",
                ["AuthorNewRecord"] = "",
                ["OwnerNewRecord"] = "",
                ["OwnerNewRecordID"] = 1,
                ["BibReplacementRecords"] = Json.Array(duplicates.Select(duplicate => BibRow(duplicate.Bib, duplicate.Reason))),
                ["CheckBibModifyPermission"] = false,
                ["MaintainControlNumberEnabled"] = stored is null,
            },
        };

    /// <summary>Prompt 148: records that were to be replaced are protected.</summary>
    /// <param name="bibRecordIds">The protected records.</param>
    public static FakePrompt ReplacementErrors(params int[] bibRecordIds) =>
        ReplacementErrors((bibRecordIds ?? []).Select(id => new FakeBib { Id = id }));

    internal static FakePrompt ReplacementErrors(IEnumerable<FakeBib> protectedBibs) => new(148, OfferedResults.ContinueCancel)
    {
        PromptType = 50,
        DefaultOption = Continue,
        Title = "Errors Found With Records To Replace",
        Message = "No selected records can be replaced. Do you want to continue?",
        ExtensionType = 44,
        Data = new JsonObject
        {
            ["ShowCheckbox"] = false,
            ["CheckboxText"] = null,
            ["IsChecked"] = false,
            ["Columns"] = new JsonArray(Column("Record ID", "RecordID"), Column("Reason", "Reason")),
            ["Data"] = Json.Array(protectedBibs.Select(bib => (JsonNode)new JsonObject
            {
                ["RecordID"] = bib.Id,
                ["Title"] = Marc.Title(bib.Marc),
                ["Reason"] = $"Bibliographic record {bib.Id} has been protected from overlay and cannot be replaced.",
            })),
            ["ObjectType"] = 2,
            ["ObjectIDPropertyName"] = "RecordID",
        },
    };

    private static JsonObject Blocks(string[] blocks)
    {
        string[] names = ["HeldItemBlock", "FirstLevelFineBlock", "UnreadMessageBlock", "SecondLevelFineBlock", "OverdueItemBlock"];
        JsonObject data = [];
        foreach (string name in names.Union(blocks))
        {
            data[name] = blocks.Contains(name);
        }

        return data;
    }

    private static JsonObject BibRow(FakeBib bib, string reason) => new JsonObject
    {
        ["RecordID"] = bib.Id,
        ["RecordStatusID"] = bib.RecordStatusId,
        ["RecordStatusDescription"] = "Final",
        ["OwnerID"] = bib.RecordOwnerId,
        ["OwnerName"] = $"Organization {bib.RecordOwnerId}",
        ["Author"] = Marc.Author(bib.Marc),
        ["Title"] = Marc.Title(bib.Marc),
        ["FormatID"] = 1,
        ["FormatDescription"] = "Book",
        ["NumberOfLinkedItems"] = bib.LinkedItems,
        ["Reason"] = reason,
        ["DoNotOverlay"] = bib.DoNotOverlay,
    };

    private static JsonNode AuthorityRow(int id) => new JsonObject
    {
        ["ErrorText"] = id.ToString(CultureInfo.InvariantCulture),
        ["ErrorType"] = 10,
        ["ObjectType"] = 0,
        ["ObjectID"] = 0,
        ["RecordID"] = id,
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

    private static JsonObject Column(string name, string key) => new() { ["Name"] = name, ["Key"] = key, ["Type"] = "Text" };

    private static JsonArray UnlinkReasons(string reason) => new(new JsonObject { ["Reason"] = reason, ["Count"] = "-" });
}
