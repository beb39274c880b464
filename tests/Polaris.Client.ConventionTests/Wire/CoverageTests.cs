using System.Text.RegularExpressions;
using Polaris.Client.ConventionTests.Sources;
using Polaris.Client.ConventionTests.Types;

namespace Polaris.Client.ConventionTests.Wire;

/// <summary>The page of covered operations, against the endpoint interfaces and the methods of the client.</summary>
public sealed partial class CoverageTests
{
    private const string Page = "docs/coverage.md";

    private static readonly Lazy<IReadOnlyList<CoverageRow>> Rows = new(() => [.. Repository.Read(Page).Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Operation", StringComparison.Ordinal))
        .Select(line => line.Trim().Trim('|').Split('|'))
        .Select(cells => new CoverageRow(cells[0].Trim(), cells[1].Trim()))]);

    private static IEnumerable<Endpoint> Endpoints => Endpoint.All.Where(endpoint => !endpoint.IsOfFolio);

    [Test]
    public void Endpoints_OfPolaris_HaveARowWithTheirMethod() => Convention.Holds(
        Endpoints.Where(endpoint => !Rows.Value.Any(row => row.Covers(endpoint) && !row.IsCustom)).Select(endpoint => endpoint.ToString()),
        $"Add a row to {Page}: the operation, with the values that the route fixes in its query, and the method of the client.");

    [Test]
    public void Rows_OfThePage_MatchTheEndpoints() => Convention.Holds(
        Rows.Value.Where(row => row.IsOperation && row.IsCustom == Endpoints.Any(row.Covers)).Select(row => row.ToString()),
        $"Correct {Page}: an operation with a method needs an endpoint, and a custom one must not have any.");

    [Test]
    public void Rows_OfThePage_NameWhatExists() => Convention.Holds(
        Rows.Value.SelectMany(row => row.UnknownNames.Select(name => $"{row}: {name}")),
        $"Correct {Page}: write Property.Method for a method of PolarisClient, or the name of a workflow.");

    [Test]
    public void Rows_OfThePage_AreFound() => Assert.That(Rows.Value.Count(row => row.IsOperation), Is.GreaterThan(60));

    [TestCase("GET itemrecords/{id}?view=history", "`ItemRecords.ListHistoryAsync`", "ListHistoryAsync")]
    [TestCase("POST recordsets?generateNoLinks=", "`RecordSets.CreateAsync`", "CreateAsync")]
    public void Covers_AnOperation_IsTrueForItsEndpointOnly(string operation, string method, string endpoint) => Assert.That(
        Endpoints.Where(new CoverageRow(operation, method).Covers).Select(found => found.Name.Split('.')[1]), Is.EqualTo(new[] { endpoint }));

    [TestCase("`ItemRecords.GetAsync`, `FindAsync`", 0)]
    [TestCase("custom; `CheckOut` checks an item out too", 0)]
    [TestCase("`ItemRecords.ReadAsync`, `FindAsync`, `ReadAll`, `Items.GetAsync`", 3)]
    public void UnknownNames_OfARow_AreThoseThatDoNotExist(string method, int count) =>
        Assert.That(new CoverageRow("GET itemrecords/{id}", method).UnknownNames.Count(), Is.EqualTo(count));

    private sealed partial class CoverageRow(string operation, string method)
    {
        private readonly Match _call = Call().Match(operation);

        /// <summary>Whether the row is about one call, not about a job of several.</summary>
        public bool IsOperation => _call.Success;

        public bool IsCustom => method.StartsWith("custom", StringComparison.Ordinal);

        /// <summary>The names in backticks that are neither methods of the client nor types of the library.</summary>
        public IEnumerable<string> UnknownNames
        {
            get
            {
                Type client = typeof(PolarisClient);
                foreach (string name in Code().Matches(method).Select(match => match.Groups["name"].Value))
                {
                    string[] parts = name.Split('.');
                    if (parts.Length == 2) client = typeof(PolarisClient).GetProperty(parts[0])?.PropertyType ?? typeof(void);
                    bool isMethod = client.GetMethods().Any(candidate => candidate.Name == parts[^1]);
                    if (!isMethod && !Assemblies.PublicTypes.Any(type => type.Name == name)) yield return name;
                }
            }
        }

        public bool Covers(Endpoint endpoint) => IsOperation
            && endpoint.Verb == _call.Groups["verb"].Value
            && Placeholder().Replace(endpoint.Route, "{}").Equals(Placeholder().Replace(_call.Groups["path"].Value, "{}"), StringComparison.OrdinalIgnoreCase)
            && Fixed(endpoint.Query).SequenceEqual(Fixed(_call.Groups["query"].Value));

        public override string ToString() => $"{operation} | {method}";

        /// <summary>The parameters with a value, which the route fixes: <c>view=history</c>, but not <c>orgid=</c>.</summary>
        private static IEnumerable<string> Fixed(string query) =>
            query.Split('&').Where(pair => pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var sign && sign < pair.Length - 1).Order(StringComparer.Ordinal);

        [GeneratedRegex(@"^(?<verb>GET|POST|PUT|PATCH|DELETE) (?<path>[^ ?]+)(\?(?<query>[^ ]*))?$")]
        private static partial Regex Call();

        [GeneratedRegex("`(?<name>[^`]+)`")]
        private static partial Regex Code();

        [GeneratedRegex(@"\{[^}]*\}")]
        private static partial Regex Placeholder();
    }
}
