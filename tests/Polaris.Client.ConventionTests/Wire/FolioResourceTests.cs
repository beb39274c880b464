using Polaris.Client.ConventionTests.Types;
using Polaris.Client.Folio;

namespace Polaris.Client.ConventionTests.Wire;

/// <summary>A resource of FOLIO is named in three places: its own file, the facade and the JSON context. None can be forgotten.</summary>
public sealed class FolioResourceTests
{
    private static readonly Type[] Records = [.. Assemblies.WrittenTypes.Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(FolioRecord)))];

    [Test]
    public void Records_OfTheLibrary_AreFound() => Assert.That(Records, Has.Length.GreaterThanOrEqualTo(26).And.Contain(typeof(LoanType)));

    [Test]
    public void Records_OfTheLibrary_NameTheirResource() => Convention.Holds(
        Records.Where(type => !type.IsDefined(typeof(FolioResourceAttribute), inherit: false)).Select(type => type.Name),
        "Put [FolioResource(path, listMember)] on the record type.");

    [Test]
    public void Records_OfTheLibrary_HaveAPropertyOfTheClient() => Convention.Holds(
        Records.Where(type => !FolioResourceAttribute.Of(type).IsListOnly).Except(typeof(FolioClient).GetProperties()
            .Select(property => property.PropertyType.IsGenericType ? property.PropertyType : property.PropertyType.BaseType!).Where(type => type.IsGenericType)
            .Select(type => type.GetGenericArguments()[0])).Select(type => type.Name),
        "Add a line to FolioClient.Records.cs.");

    [Test]
    public void Records_ThatCanOnlyBeListed_HaveAClientOfTheirOwn() => Convention.Holds(
        Records.Where(type => FolioResourceAttribute.Of(type).IsListOnly).Select(type => $"{type.Name}Client")
            .Except(typeof(FolioClient).GetProperties().Select(property => property.PropertyType.Name)),
        "Add a line to FolioClient.Records.cs.");

    [Test]
    public void Records_OfTheLibrary_HaveJsonMetadata() => Convention.Holds(
        Records.Where(type => FolioJson.Default.GetTypeInfo(typeof(RecordPage<>).MakeGenericType(type)) is null).Select(type => type.Name),
        "Add [JsonSerializable(typeof(RecordPage<...>))] to FolioJson.cs.");

    [Test]
    public void Paths_OfTheRecords_AreUsedOnce() => Convention.Holds(
        Records.GroupBy(type => FolioResourceAttribute.Of(type).Path).Where(group => group.Count() > 1).Select(group => group.Key),
        "Two record types have the same path.");
}
