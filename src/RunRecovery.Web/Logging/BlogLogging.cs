using System.Globalization;
using RunRecovery.Web.Options;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace RunRecovery.Web.Logging;

/// <summary>One structured line a request, without query string or anything that tells who asked.</summary>
public static class BlogLogging
{
    private const string ConsoleLine = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>For failures before there is a configuration.</summary>
    public static Logger Bootstrap() => new LoggerConfiguration().WriteTo.Console(outputTemplate: ConsoleLine, formatProvider: CultureInfo.InvariantCulture).CreateLogger();

    public static void AddBlogLogging(this WebApplicationBuilder builder, FolderOptions folders) =>
        builder.Services.AddSerilog(
            log => log
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                // It warns that the keys in the data folder are not encrypted; the folder's owner is the blog's owner.
                .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
                .ReadFrom.Configuration(builder.Configuration)
                .WriteTo.Console(outputTemplate: ConsoleLine, formatProvider: CultureInfo.InvariantCulture)
                .WriteTo.File(new CompactJsonFormatter(), Path.Combine(folders.Data, "logs", "runrecovery-.jsonl"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14),
            // Two blogs in one process do not write into each other's log, and each closes its own.
            preserveStaticLogger: true);

    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0.0} ms";
        // As it came, so that no path writes a line of its own.
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("RequestPath", new ScalarValue(context.Request.Path.ToUriComponent())),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
        options.EnrichDiagnosticContext = (line, context) => line.Set("RequestId", context.TraceIdentifier);
    });
}
