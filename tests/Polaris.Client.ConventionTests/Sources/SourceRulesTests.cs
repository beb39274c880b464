namespace Polaris.Client.ConventionTests.Sources;

/// <summary>Each rule finds what it is there for, and leaves good code alone.</summary>
public sealed class SourceRulesTests
{
    private const string Good = """
        namespace Polaris.Client.ObjectLocks;

        // Why, not what: the server cuts a quoted number.
        public sealed class Sample
        {
            [Test]
            public Task Save_Locked_Waits(TimeProvider time, CancellationToken token) => Task.Delay(1, time, token);
        }
        """;

    private static readonly (string Name, Func<SourceFile, IEnumerable<string>> Find)[] Rules =
    [
        ("file size", SourceRules.FileSize), ("method size", SourceRules.MethodSize),
        ("braces", SourceRules.FileScopedNamespace),
        ("leftovers", SourceRules.Leftovers), ("skipped", SourceRules.SkippedTests), ("clock", SourceRules.RealClocks),
        ("test name", SourceRules.TestNames),
    ];

    [TestCase("namespace Polaris.Client.ObjectLocks { }", "braces")]
    [TestCase("// TODO mend", "leftovers")]
    [TestCase("// Save(record);", "leftovers")]
    [TestCase("// ==== Saving ====", "leftovers")]
    [TestCase("#region Saving\n#endregion", "leftovers")]
    [TestCase("throw new NotImplementedException();", "leftovers")]
    [TestCase("Assert.Ignore(\"later\");", "skipped")]
    [TestCase("class Sample { [Ignore(\"later\")] void Save() { } }", "skipped")]
    [TestCase("_ = DateTime.UtcNow;", "clock")]
    [TestCase("_ = DateTimeOffset.Now.Date;", "clock")]
    [TestCase("Thread.Sleep(1);", "clock")]
    [TestCase("await Task.Delay(100);", "clock")]
    [TestCase("await Task.Delay(100, cancellationToken);", "clock")]
    [TestCase("class Sample { [Test] public void Works() { } }", "test name")]
    [TestCase("class Sample { [Test] public void Save_NobodyAsked_SaysSo() { } }", "test name")]
    public void Rules_BadCode_FindIt(string code, string rule) =>
        Assert.That(Broken(code), Does.Contain(rule));

    [Test]
    public void Rules_LongCode_FindIt()
    {
        string longMethod = $"class Sample {{ void Save() {{ {new string('\n', 45)} }} }}";

        Assert.That(Broken(longMethod), Does.Contain("method size"));
        Assert.That(Broken(longMethod + new string('\n', 400)), Does.Contain("file size"));
    }

    [Test]
    public void Rules_GoodCode_LeaveItAlone() => Assert.That(Broken(Good), Is.Empty);

    private static IEnumerable<string> Broken(string code)
    {
        var file = new SourceFile("src/Polaris.Client/ObjectLocks/Sample.cs", code);
        return Rules.Where(rule => rule.Find(file).Any()).Select(rule => rule.Name);
    }
}
