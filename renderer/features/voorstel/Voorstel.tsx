export default function Voorstel() { return <div className="screen"><h1>Voorstel</h1></div>; }
