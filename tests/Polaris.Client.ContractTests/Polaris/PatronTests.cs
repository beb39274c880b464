using System.Text.Json;
using Polaris.Client.Circulation;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>Reads of patrons. The responses are those of the vendor's pages, with shorter lists and other names.</summary>
[TestFixture]
public sealed class PatronTests : PolarisContractTest
{
    private const string Patron = """
        {
          "PatronID": 299377, "PatronCodeID": 1, "PatronCode": { "Code": 1, "Description": "Regular" }, "OrganizationID": 3, "CreatorID": 578,
          "ModifierID": 1, "Barcode": "21756003332022", "SystemBlocks": 0, "YTDCircCount": 144, "LifetimeCircCount": 165,
          "LastActivityDate": "2013-06-20T11:36:57.86", "ClaimCount": 4, "LostItemCount": 1, "ChargesAmount": 55.3, "CreditsAmount": 17.99,
          "RecordStatusID": 1, "RecordStatusDate": "2014-08-27T13:52:14.48-04:00", "YTDYouSavedAmount": 130.9000, "LifetimeYouSavedAmount": "n/a",
          "Registration": {
            "PrivateFieldsCleared": false, "NameFirst": "Jane", "NameLast": "Sample", "Birthdate": "1971-02-03T00:00:00", "GenderID": null,
            "Addresses": [{ "AddressID": 7, "City": "Syracuse", "PostalCode": "13078", "Verified": true }, null],
            "PatronCustomData": null, "ExcludeFromOverdues": false
          }
        }
        """;

    [Test]
    public async Task GetAsync_Patron_IsRead()
    {
        On("GET patrons/299377").Answers(Answer.Json(200, Patron));

        Patron patron = await CreateClient().Patrons.GetAsync(299377);

        AssertRequests(SignIn, "GET patrons/299377");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(patron.PatronId, Is.EqualTo(299377));
            Assert.That(patron.Barcode, Is.EqualTo("21756003332022"));
            Assert.That(patron.PatronCode!.Code, Is.EqualTo(1));
            Assert.That(patron.PatronCode.Description, Is.EqualTo("Regular"));
            Assert.That(patron.ChargesAmount, Is.EqualTo(55.3m));
            Assert.That(patron.LifetimeSavedAmount, Is.Null, "an amount that cannot be read");
            Assert.That(patron.LastActivityDate?.Year, Is.EqualTo(2013));
            Assert.That(patron.Registration!.NameLast, Is.EqualTo("Sample"));
            Assert.That(patron.Registration.Addresses.Single().City, Is.EqualTo("Syracuse"), "without the null");
            Assert.That(patron.Registration.CustomData, Is.Empty);
            Assert.That(patron.Registration.AdditionalMembers!.Keys, Is.EqualTo(["ExcludeFromOverdues"]));
            Assert.That(patron.AdditionalMembers, Is.Null);
        }
    }

    [Test]
    public async Task GetAsync_WithDetails_AsksForEachOfThem()
    {
        const string call = "GET patrons/5?precheckoutbrief=1&basicdata=1&headerdata=1&blockssummary=1&dateinfo=1&regpermissionpriority=true";
        On(call).Answers(Answer.Json(200, """{ "PatronID": 5, "DateInfo": { "Any": 1 } }"""));
        const PatronDetails all = PatronDetails.PreCheckoutBrief | PatronDetails.BasicData | PatronDetails.HeaderData
            | PatronDetails.BlocksSummary | PatronDetails.DateInfo;

        Patron patron = await CreateClient().Patrons.GetAsync(5, all, registrationPermissionFirst: true);

        AssertRequests(SignIn, call);
        Assert.That(patron.AdditionalMembers!["DateInfo"].GetProperty("Any").GetInt32(), Is.EqualTo(1));
    }

    [TestCase("32998")]
    [TestCase("\"32998\"")]
    public async Task GetIdAsync_Username_IsSentWithItsType(string body)
    {
        On("GET ids/patrons?id=jane%2Bdoe%40example.org&type=Username").Answers(Answer.Json(200, body));

        int id = await CreateClient().Patrons.GetIdAsync("jane+doe@example.org", PatronIdentifier.Username);

        AssertRequests(SignIn, "GET ids/patrons?id=jane%2Bdoe%40example.org&type=Username");
        Assert.That(id, Is.EqualTo(32998));
    }

    [TestCase("\"0001756\"", "0001756")]
    [TestCase("21756000000001", "21756000000001")]
    public async Task GetBarcodeAsync_StringOrNumber_IsRead(string body, string barcode)
    {
        On("GET barcodes/patrons/5").Answers(Answer.Json(200, body));

        Assert.That(await CreateClient().Patrons.GetBarcodeAsync(5), Is.EqualTo(barcode));

        AssertRequests(SignIn, "GET barcodes/patrons/5");
    }

    [Test]
    public async Task ListBlocksAsync_Blocks_AreReadForTheOrganizationOfTheClient()
    {
        On("GET patrons/1/blockssummary?logonBranchID=3&associatedblocks=false").Answers(Answer.Json(200, """
            [{
              "PatronID": 1, "PatronFullName": "Sample, Jane", "BlockType": 3, "BlockID": 4, "BlockDescription": "Verify address",
              "PatronBranchID": 3, "CreationDate": "2026-01-02T03:04:05"
            }]
            """));

        PatronBlock block = (await CreateClient().Patrons.ListBlocksAsync(1)).Single();

        AssertRequests(SignIn, "GET patrons/1/blockssummary?logonBranchID=3&associatedblocks=false");
        Assert.That(
            $"{block.PatronId} {block.BlockType} {block.BlockId} {block.BlockDescription} {block.CreationDate?.Month}",
            Is.EqualTo("1 3 4 Verify address 1"));
    }

    [Test]
    public async Task ListLibraryBlocksAsync_Rows_AreRead()
    {
        On("GET patronblocks?orgID=3").Answers(Answer.Json(200, """[{ "BlockID": 1, "Description": "See Note" }]"""));

        LibraryPatronBlock block = (await CreateClient().Patrons.ListLibraryBlocksAsync(3)).Single();

        AssertRequests(SignIn, "GET patronblocks?orgID=3");
        Assert.That($"{block.BlockId} {block.Description}", Is.EqualTo("1 See Note"));
    }

    [Test]
    public async Task ListItemsOutAsync_Loans_AreRead()
    {
        On("GET patrons/5/itemsout?ilsTransactionSubTypeCode=51").Answers(Answer.Json(200, """
            [{
              "ItemRecordID": 1, "Barcode": "0017", "BrowseTitle": "Frog Face", "BrowseAuthor": "Trembath, Don",
              "DueDate": "2013-02-28T17:11:53.8205252-05:00", "CallNumber": "J Tre", "MaterialType": "Book", "RenewalsLeft": "2",
              "AssignedBranch": "Main", "AssignedBranchID": 10, "Renewals": 12, "RenewalLimit": 13, "BibliographicRecordID": 18,
              "CanItemBeRenewed": true, "ElectronicItem": false, "VendorID": 1
            }]
            """));

        PatronItemOut loan = (await CreateClient().Patrons.ListItemsOutAsync(5)).Single();

        AssertRequests(SignIn, "GET patrons/5/itemsout?ilsTransactionSubTypeCode=51");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{loan.ItemRecordId} {loan.BibRecordId} {loan.Barcode} {loan.RenewalsLeft}", Is.EqualTo("1 18 0017 2"));
            Assert.That(loan.DueDate?.Day, Is.EqualTo(28));
            Assert.That(loan.CanItemBeRenewed, Is.True);
            Assert.That(loan.AdditionalMembers!.Keys, Is.EqualTo(["VendorID"]));
        }
    }

    [Test]
    public async Task ListAccountTransactionsAsync_Rows_AreRead()
    {
        On("GET patrons/5/accounttransactions").Answers(Answer.Json(200, """
            [{
              "ItemRecordID": 1968051, "TxnID": 3665893, "TxnCodeID": 1, "TxnDate": "2013-06-17T19:29:52.2", "Type": "Charge",
              "FeeDescription": "Overdue Item", "BrowseTitle": "The client", "Barcode": "0003900006580", "TxnAmount": 1.2500,
              "OutstandingAmount": "$1.25", "Organization": "", "TxnOrgID": 1, "FreeTextNote": "at the desk", "WaiverRequestID": null
            }]
            """));

        PatronAccountTransaction row = (await CreateClient().Patrons.ListAccountTransactionsAsync(5)).Single();

        AssertRequests(SignIn, "GET patrons/5/accounttransactions");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{row.TransactionId} {row.TransactionCodeId} {row.ItemRecordId} {row.Type}", Is.EqualTo("3665893 1 1968051 Charge"));
            Assert.That(row.Amount, Is.EqualTo(1.25m));
            Assert.That(row.OutstandingAmount, Is.Null, "an amount that cannot be read");
            Assert.That(row.AdditionalMembers!.Keys, Is.EqualTo(["Organization", "WaiverRequestID"]));
        }
    }

    [TestCase("""[{"Amount":1}]""")]
    [TestCase("""{"Total":1}""")]
    public async Task GetOutstandingAccountAsync_AnyJson_IsKeptAsReceived(string body)
    {
        On("GET patrons/5/account/outstanding").Answers(Answer.Json(200, body));

        JsonElement account = await CreateClient().Patrons.GetOutstandingAccountAsync(5);

        AssertRequests(SignIn, "GET patrons/5/account/outstanding");
        Assert.That(account.GetRawText(), Is.EqualTo(body));
    }

    [Test]
    public async Task ListAssociationsAsync_Rows_AreRead()
    {
        On("GET patrons/5/associations").Answers(Answer.Json(200, """
            [{
              "LinkedPatronID": 249531, "Barcode": "1001600072547", "PatronName": "Jane Sample", "BranchName": "Main", "Note": null,
              "BlockMe": true, "AllowMe": false, "OrganizationID": 3
            }]
            """));

        PatronAssociation row = (await CreateClient().Patrons.ListAssociationsAsync(5)).Single();

        AssertRequests(SignIn, "GET patrons/5/associations");
        Assert.That(
            $"{row.LinkedPatronId} {row.Barcode} {row.BranchName} {row.BlockMe} {row.AllowMe} {row.OrganizationId} {row.Note}",
            Is.EqualTo("249531 1001600072547 Main True False 3 "));
    }

    [Test]
    public async Task ListCustomDataAsync_Fields_AreRead()
    {
        On("GET patroncustomdata/2").Answers(Answer.Json(200, """
            [{
              "PatronID": 0, "PatronCustomDataDefinitionID": 8, "PatronDataLabelValue": "Guardian", "PolarisCustomDataTypeID": 2,
              "CustomDataEntry": null, "DefaultValue": "none", "IsRequired": false, "IsEnabled": true, "IsDataChanged": false
            }]
            """));

        PatronCustomData field = (await CreateClient().Patrons.ListCustomDataAsync(2)).Single();

        AssertRequests(SignIn, "GET patroncustomdata/2");
        Assert.That(
            $"{field.DefinitionId} {field.Label} {field.DataTypeId} {field.DefaultValue} {field.IsRequired} {field.IsEnabled} {field.Value}",
            Is.EqualTo("8 Guardian 2 none False True "));
        Assert.That(field.AdditionalMembers!.Keys, Is.EqualTo(["IsDataChanged"]));
    }

    [TestCase(false, "GET patrons/357374/readerservices")]
    [TestCase(true, "GET patrons/357374/readerservices?extendedData=true")]
    public async Task GetReaderServicesAsync_Services_AreRead(bool extended, string call)
    {
        On(call).Answers(Answer.Json(200, """
            {
              "DeliveryMode": "Bookmobile", "PatronID": 357374, "ORSStatusID": 1, "Enabled": true, "Note": null, "SearchFilter": "",
              "ActivationDate": "2000-08-10T00:00:00-04:00", "LastServiceDate": "2018-12-17T05:00:00-05:00",
              "NextServiceDate": "2018-12-18T05:00:00-05:00", "DeliveryModeID": 12, "DeliveryRouteID": 5, "DeliveryStopID": 1,
              "ResponsiblePickupPerson": "J. Sample", "DeliveryNote": null, "NumItemsToSend": 100, "DisabilityList": [1, 6, 8]
            }
            """));

        var services = await CreateClient().Patrons.GetReaderServicesAsync(357374, extended);

        AssertRequests(SignIn, call);
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{services.PatronId} {services.StatusId} {services.IsEnabled}", Is.EqualTo("357374 1 True"));
            Assert.That($"{services.DeliveryModeId} {services.DeliveryMode} {services.DeliveryRouteId} {services.DeliveryStopId}", Is.EqualTo("12 Bookmobile 5 1"));
            Assert.That($"{services.ResponsiblePickupPerson} {services.NumberOfItemsToSend}", Is.EqualTo("J. Sample 100"));
            Assert.That($"{services.ActivationDate?.Year} {services.LastServiceDate?.Day} {services.NextServiceDate?.Day}", Is.EqualTo("2000 17 18"));
            Assert.That(services.AdditionalMembers!.Keys, Is.EqualTo(["SearchFilter", "DisabilityList"]));
        }
    }

    [TestCase(false, "GET patrondefaults?orgid=3&type=normal")]
    [TestCase(true, "GET patrondefaults?orgid=3&type=express")]
    public async Task GetDefaultsAsync_Defaults_AreRead(bool isExpress, string call)
    {
        On(call).Answers(Answer.Json(200, """
            {
              "OrganizationID": 3, "PatronCodeID": 1, "ExpirationTerm": 3, "ExpirationValue": 2, "ExpirationExactDate": null,
              "AddressCheckTerm": 1, "AddressCheckValue": 0, "AddressCheckExactDate": "2027-01-01T00:00:00", "City": "Syracuse"
            }
            """));

        var defaults = await CreateClient().Patrons.GetDefaultsAsync(3, isExpress);

        AssertRequests(SignIn, call);
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{defaults.OrganizationId} {defaults.PatronCodeId}", Is.EqualTo("3 1"));
            Assert.That($"{defaults.ExpirationTerm} {defaults.ExpirationValue} {defaults.ExpirationExactDate}", Is.EqualTo("3 2 "));
            Assert.That($"{defaults.AddressCheckTerm} {defaults.AddressCheckValue} {defaults.AddressCheckExactDate?.Year}", Is.EqualTo("1 0 2027"));
            Assert.That(defaults.AdditionalMembers!.Keys, Is.EqualTo(["City"]));
        }
    }
}
